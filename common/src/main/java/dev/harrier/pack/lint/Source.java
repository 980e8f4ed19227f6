package dev.harrier.pack.lint;

import java.nio.file.Path;

/** A file and its text. */
record Source(Path path, String text) {
    /** As the user named it, with forward slashes. */
    String name() {
        return nameOf(path);
    }

    static String nameOf(Path path) {
        return path.toString().replace('\\', '/');
    }
}
