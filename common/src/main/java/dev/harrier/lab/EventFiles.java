package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds and opens files of events. */
final class EventFiles {
    private static final String PARQUET = "PAR1";

    private EventFiles() {}

    /**
     * The files of a folder and of the folders in it, sorted by path; a file itself. Hidden ones are left out, and what a link leads
     * to outside the folder.
     */
    static List<Path> in(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> found = Files.walk(place)) {
            Path inside = place.toRealPath();
            return found.filter(file -> isOurs(file, place, inside)).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new LabException(LabException.Kind.UNREADABLE, place + " can't be read: " + e.getMessage(), e);
        }
    }

    private static boolean isOurs(Path file, Path place, Path inside) {
        for (Path part : place.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        try {
            return Files.isRegularFile(file) && file.toRealPath().startsWith(inside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(Path file, LabLimits limits) {
        if (Files.isDirectory(file)) {
            throw new LabException(LabException.Kind.UNREADABLE, file + " is a directory, not a file of events");
        }
        try {
            return isParquet(file) ? ParquetInput.open(file, limits) : Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new LabException(LabException.Kind.UNREADABLE, file + " isn't there", e);
        } catch (IOException e) {
            throw new LabException(LabException.Kind.UNREADABLE, file + " can't be read: " + e.getMessage(), e);
        }
    }

    /** Its first bytes can be read again from a file only: a pipe gives them once. */
    private static boolean isParquet(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(PARQUET.length()), US_ASCII).equals(PARQUET);
        }
    }
}
