package dev.harrier.dist.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import dev.harrier.dist.bench.Conversion.Outcome;
import dev.harrier.dist.bench.Conversion.Target;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The SigmaHQ sample, converted exactly: how much of it, and that every text is sound. */
@Tag("slow")
class ConversionTest {
    private static final Path QUERIES = Path.of("target", "kql-check", "sigma-sample.jsonl");
    private static Conversion conversion;

    @BeforeAll
    static void convert() {
        Optional<Map<String, String>> rules = SigmaSample.read();
        assumeTrue(rules.isPresent(), "the shared corpus is not here");
        conversion = Conversion.of(rules.orElseThrow());
    }

    @Test
    void asManyRulesAsIssue5AsksFor() {
        Map<Target, Double> percent = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            percent.put(target, conversion.percent(target));
        }
        assertThat(percent.get(Target.CIM)).as("%s", percent).isGreaterThanOrEqualTo(57);
        assertThat(percent.get(Target.RAW)).as("%s", percent).isGreaterThanOrEqualTo(99.5);
        assertThat(percent.get(Target.DEFENDER)).as("%s", percent).isGreaterThanOrEqualTo(64);
        assertThat(percent.get(Target.ASIM)).as("%s", percent).isGreaterThanOrEqualTo(50);
        assertThat(percent.get(Target.SENTINEL)).as("%s", percent).isGreaterThanOrEqualTo(90);
        assertThat(percent.get(Target.SPLUNK)).as("%s", percent).isGreaterThanOrEqualTo(95);
    }

    /** What the tables hold and we cannot say all the same: placeholders without values, and queries that are too long. */
    @Test
    void nearlyAllThatTheTablesHold() {
        for (Target target : Target.values()) {
            List<Outcome> held = conversion.outcomes(target).stream()
                    .filter(o -> !o.lacking())
                    .toList();
            List<Outcome> unsaid = held.stream().filter(o -> o.text().isEmpty()).toList();
            assertThat(unsaid.size() * 20).as("%s: %s", target, unsaid).isLessThanOrEqualTo(held.size());
        }
    }

    @Test
    void everyTextIsLintFreeAndGoesToMicrosoftsParser() throws IOException {
        Files.createDirectories(QUERIES.getParent());
        try (BufferedWriter queries = Files.newBufferedWriter(QUERIES)) {
            for (ConnectorProvider provider : Connectors.discover()) {
                check(provider.dialect(), queries);
            }
        }
    }

    private static void check(Dialect dialect, BufferedWriter queries) throws IOException {
        for (Target target : Target.values()) {
            if (target.dialect().equals(dialect.name())) {
                for (Outcome outcome : conversion.outcomes(target)) {
                    if (outcome.text().isPresent()) {
                        check(dialect, target.profile(), outcome.text().get(), queries);
                    }
                }
            }
        }
    }

    private static void check(Dialect dialect, Profile profile, String text, BufferedWriter queries)
            throws IOException {
        assertThat(dialect.lint(text, profile))
                .as(text)
                .noneMatch(finding -> finding.level() == LintFinding.Level.ERROR);
        if (dialect.name().equals("kql")) {
            ObjectNode line = new ObjectMapper().createObjectNode();
            line.put("id", "sigma-" + profile.name()).put("kql", text).put("platform", "sentinel");
            queries.write(line + "\n");
        }
    }
}
