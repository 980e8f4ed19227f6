package dev.harrier.dist.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The corpus beside the repository, where there is one: {@code ../shared/corpus}. */
final class SharedCorpus {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SharedCorpus() {}

    /** A file or folder of the corpus; it need not exist. */
    static Path at(String relative) {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.isDirectory(root.resolve("scripts/dist"))) {
            root = root.getParent();
        }
        return root.resolveSibling("shared").resolve("corpus").resolve(relative);
    }

    static boolean exists() {
        return Files.isDirectory(at("ioc"));
    }

    /** The objects of a JSON-lines file, in order. */
    static List<JsonNode> rows(String relative) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(at(relative))) {
            if (!line.isBlank()) {
                rows.add(JSON.readTree(line));
            }
        }
        return rows;
    }
}
