package dev.harrier.splunk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Splunk's own production searches, which nobody here wrote. */
class CorpusTest {
    private static final Profile MACROS = new Profile("cim", Map.of("macros", "true"));

    private static List<String> searches() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> searches = new ArrayList<>();
        for (String line : Files.readAllLines(SharedFiles.path("corpus/spl/escu_searches.jsonl"))) {
            searches.add(json.readTree(line).get("search").asText());
        }
        return searches;
    }

    @Test
    void cutsProductionSearchesIntoTokens() throws IOException {
        List<String> refused = new ArrayList<>();
        List<String> searches = searches();
        for (String search : searches) {
            try {
                assertThat(Command.pipeline(search)).isNotEmpty();
            } catch (SyntaxProblem e) {
                refused.add(e.getMessage() + " at " + e.offset() + " in " + search);
            }
        }
        System.out.println("tokenizer refused " + refused.size() + " of " + searches.size() + ": " + refused);
        assertThat(refused.size() * 1000).isLessThanOrEqualTo(searches.size());
    }

    @Test
    void findsFaultOnlyWithCommandsThatWrite() throws IOException {
        Map<String, Integer> codes = new TreeMap<>();
        List<String> errors = new ArrayList<>();
        for (String search : searches()) {
            for (LintFinding finding : Hunts.SPL.lint(search, MACROS)) {
                codes.merge(finding.code(), 1, Integer::sum);
                if ((finding.level() == LintFinding.Level.ERROR
                                && !finding.code().equals("SPL002"))
                        || finding.code().equals("SPL003")) {
                    errors.add(finding.toString());
                }
            }
        }
        System.out.println("lint over the corpus: " + codes + " " + errors);
        assertThat(errors.size()).isLessThanOrEqualTo(8);
    }
}
