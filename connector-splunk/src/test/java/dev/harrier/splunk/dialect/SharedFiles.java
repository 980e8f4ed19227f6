package dev.harrier.splunk.dialect;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Files beside the repository, which a clean clone does not have. */
final class SharedFiles {
    private SharedFiles() {}

    /** A file under {@code ../shared}; the test is skipped where it does not exist. */
    static Path path(String name) {
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.exists(at.resolve(".git"))) {
            at = at.getParent();
        }
        Path file = at.resolveSibling("shared").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> file + " does not exist");
        return file;
    }
}
