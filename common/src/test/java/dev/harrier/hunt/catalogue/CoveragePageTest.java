package dev.harrier.hunt.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.SharedFolder;
import dev.harrier.attack.Technique;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code COVERAGE.md} beside the catalogue says what the catalogue has for the techniques that real reports name most. It is made
 * here: run with {@code -Dharrier.write=true} to write it anew.
 */
class CoveragePageTest {
    private static final int MOST_NAMED = 40;
    private static final Path PAGE = Path.of("src/main/resources/dev/harrier/hunt/catalogue/COVERAGE.md");
    private static final Map<String, String> REASONS = reasons();

    /** Holds without the corpus: the counts are taken from the page. */
    @Test
    void thePageSaysWhatTheCatalogueHas() throws IOException {
        String page = Files.readString(PAGE, UTF_8);
        Map<String, Integer> counts = new LinkedHashMap<>();
        page.lines()
                .filter(l -> l.startsWith("| T"))
                .map(l -> l.split(" *\\| *"))
                .forEach(c -> counts.put(c[1], Integer.parseInt(c[3])));
        assertThat(page).isEqualTo(page(counts));
    }

    @Test
    void itsTechniquesAreThoseThatReportsNameMost() throws IOException {
        Path reports = SharedFolder.find("corpus/techniques/annoctr_docs_train.jsonl");
        assumeTrue(Files.isRegularFile(reports), "no shared corpus");
        String page = page(counts(reports));
        if (Boolean.getBoolean("harrier.write")) {
            Files.writeString(PAGE, page, UTF_8);
        }
        assertThat(Files.readString(PAGE, UTF_8)).isEqualTo(page);
    }

    @Test
    void whatIsNotCoveredHasAReasonAndWhatIsHasNone() {
        assertThat(REASONS.keySet()).noneMatch(id -> covering(id) > 0);
    }

    private static Map<String, Integer> counts(Path reports) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : Files.readAllLines(reports, UTF_8)) {
            Set<String> named = new HashSet<>();
            for (JsonNode id : new ObjectMapper().readTree(line).path("techniques")) {
                named.add(id.asText().substring(0, 5));
            }
            named.forEach(id -> counts.merge(id, 1, Integer::sum));
        }
        Map<String, Integer> most = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_NAMED)
                .forEach(e -> most.put(e.getKey(), e.getValue()));
        return most;
    }

    private static String page(Map<String, Integer> counts) {
        StringBuilder page =
                new StringBuilder("# What the catalogue covers\n\nMade by `CoveragePageTest`; do not edit.\n\n");
        List<CatalogueEntry> entries = Catalogue.shipped().entries();
        page.append(entries.size()).append(" hunts.\n\n| logs of | hunts |\n|---|---|\n");
        products(entries).forEach((product, n) -> page.append("| ")
                .append(product)
                .append(" | ")
                .append(n)
                .append(" |\n"));
        long covered = counts.keySet().stream().filter(id -> covering(id) > 0).count();
        page.append("\nThe ")
                .append(counts.size())
                .append(" techniques that most of the 70 training reports of AnnoCTR name (sub-techniques")
                .append(" count for their parent); ")
                .append(covered)
                .append(" have a hunt:\n\n")
                .append("| technique | name | reports | hunts | or why not |\n|---|---|---|---|---|\n");
        counts.forEach((id, n) -> page.append("| ")
                .append(id)
                .append(" | ")
                .append(name(id))
                .append(" | ")
                .append(n)
                .append(" | ")
                .append(covering(id))
                .append(" | ")
                .append(why(id))
                .append(" |\n"));
        return page.toString();
    }

    private static Map<String, Long> products(List<CatalogueEntry> entries) {
        Function<CatalogueEntry, String> product = e -> e.rule()
                .logSource()
                .product()
                .orElseGet(() -> e.rule().logSource().category().orElse("other"));
        return entries.stream().collect(Collectors.groupingBy(product, TreeMap::new, Collectors.counting()));
    }

    private static String name(String id) {
        return AttackCatalogue.shipped().current(id).map(Technique::name).orElse("?");
    }

    private static String why(String id) {
        return covering(id) > 0 ? "" : REASONS.getOrDefault(id, "nobody has written one yet");
    }

    private static long covering(String id) {
        return Catalogue.shipped().entries().stream()
                .filter(e -> e.rule().techniques().stream().anyMatch(own -> own.startsWith(id)))
                .count();
    }

    private static Map<String, String> reasons() {
        try (InputStream in = CoveragePageTest.class.getResourceAsStream("not-covered.tsv")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(l -> l.split("\t"))
                    .collect(Collectors.toMap(c -> c[0], c -> c[1]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
