package dev.harrier.attack;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds {@code ../shared} beside the repository, which holds what is only measured with and may not be there. */
public final class SharedFolder {
    private SharedFolder() {}

    /** A path below the shared folder, which need not exist. */
    public static Path find(String below) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve(".git"))) {
            folder = folder.getParent();
        }
        return folder.resolveSibling("shared").resolve(below);
    }
}
