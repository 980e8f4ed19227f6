package dev.harrier.hunt;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the data beside the repository; tests that need it pass by assumption where it doesn't exist. */
public final class SharedData {
    private SharedData() {}

    /** {@code ../shared/relative} as seen from the repository's root. */
    public static Path require(String relative) {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.exists(root.resolve(".git"))) {
            root = root.getParent();
        }
        Assumptions.assumeTrue(root != null && root.getParent() != null, "no repository around");
        Path data = root.getParent().resolve("shared").resolve(relative);
        Assumptions.assumeTrue(Files.exists(data), data + " is not here");
        return data;
    }
}
