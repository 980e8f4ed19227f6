package dev.harrier.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens files of events. */
final class EventFiles {
    private EventFiles() {}

    static InputStream open(Path file) {
        if (Files.isDirectory(file)) {
            throw new LabException(LabException.Kind.UNREADABLE, file + " is a directory, not a file of events");
        }
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new LabException(LabException.Kind.UNREADABLE, file + " isn't there", e);
        } catch (IOException e) {
            throw new LabException(LabException.Kind.UNREADABLE, file + " can't be read: " + e.getMessage(), e);
        }
    }
}
