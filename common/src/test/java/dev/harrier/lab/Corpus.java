package dev.harrier.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The recordings in {@code ../shared}, where a developer has them. */
final class Corpus {
    private Corpus() {}

    /** All recordings, sorted; skips the test where there are none. */
    static List<Path> telemetry() {
        Path folder = root().resolveSibling("shared").resolve("corpus/telemetry");
        assumeTrue(Files.isDirectory(folder), "no recordings here");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.jsonl(\\.gz)?"))
                    .filter(file -> !file.endsWith("manifest.jsonl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".git")) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
