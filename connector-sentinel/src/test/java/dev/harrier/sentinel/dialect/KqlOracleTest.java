package dev.harrier.sentinel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.dialect.LintFinding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Queries that nobody here wrote: what pySigma makes of SigmaHQ's rules, of which Microsoft's parser refuses about one in a hundred. */
class KqlOracleTest {
    private static List<String> queries() throws IOException {
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.exists(at.resolve(".git"))) {
            at = at.getParent();
        }
        Path file = at.resolveSibling("shared").resolve("corpus/sigma/pysigma_defender.jsonl.gz");
        Assumptions.assumeTrue(Files.exists(file), () -> file + " does not exist");
        List<String> queries = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line : (Iterable<String>) lines.lines()::iterator) {
                for (JsonNode text : new ObjectMapper().readTree(line).path("text")) {
                    queries.add(text.asText());
                }
            }
        }
        return queries;
    }

    @Test
    void findsFaultWithFew() throws IOException {
        List<String> queries = queries();
        List<String> refused = new ArrayList<>();
        for (String query : queries) {
            KqlLint.findings(query, true).stream()
                    .filter(f -> f.level() == LintFinding.Level.ERROR)
                    .findFirst()
                    .ifPresent(f -> refused.add(f.code() + " " + f.message()));
        }
        System.out.println("KQL lint refuses " + refused.size() + " of " + queries.size() + " of pySigma's queries");
        refused.stream().limit(40).forEach(System.out::println);
        assertThat(refused.size() * 50).isLessThan(queries.size());
    }
}
