package dev.harrier.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.sigma.Correlation;
import dev.harrier.hunt.sigma.SigmaReader;
import dev.harrier.hunt.sigma.SigmaRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorrelationsTest {
    private static final String RULES = """
            title: One
            id: 11111111-2222-4333-8444-000000000001
            name: one
            level: low
            logsource: {category: process_creation, product: windows}
            detection: {s: {Image: a.exe}, condition: s}
            ---
            title: Two
            id: 11111111-2222-4333-8444-000000000002
            level: low
            logsource: {category: dns_query, product: windows}
            detection: {s: {QueryName: b.example}, condition: s}
            """;

    /** Keeps what it is asked to correlate. */
    private static final class Asked implements Dialect {
        private final List<CorrelatedHunt> hunts = new ArrayList<>();

        @Override
        public String name() {
            return "asked";
        }

        @Override
        public Profile defaultProfile() {
            return new Profile("asked", Map.of());
        }

        @Override
        public Rendering render(Hunt hunt, Profile profile) {
            return new Rendering.Rendered(hunt.title());
        }

        @Override
        public Rendering correlate(CorrelatedHunt hunt, Profile profile) {
            hunts.add(hunt);
            return new Rendering.Rendered("correlated");
        }

        @Override
        public String counting(String text, Profile profile) {
            return text;
        }

        @Override
        public List<LintFinding> lint(String text, Profile profile) {
            return List.of();
        }

        @Override
        public List<TableMapping> tables(Profile profile) {
            return List.of();
        }

        @Override
        public Translation translate(String text) {
            return new Translation.Unsupported("nothing", 1, 1);
        }
    }

    private final Asked dialect = new Asked();

    private Rendering rendered(String correlation) {
        String text = RULES + "---\ntitle: Both\nid: 11111111-2222-4333-8444-000000000003\ncorrelation: " + correlation;
        List<SigmaRule> rules = SigmaReader.read(text, "r.yml");
        return new Correlations(rules).render(rules.get(2), dialect, dialect.defaultProfile());
    }

    @Test
    void rulesAreCalledByNameAndById() {
        rendered("{type: temporal, rules: [one, 11111111-2222-4333-8444-000000000002], group-by: [host], timespan: 5m,"
                + " aliases: {host: {one: Computer}}}");
        CorrelatedHunt hunt = dialect.hunts.get(0);
        assertThat(hunt.parts()).extracting(p -> p.kind().category()).containsExactly("process_creation", "dns_query");
        assertThat(hunt.field("host", 0)).isEqualTo("Computer");
        assertThat(hunt.field("host", 1)).isEqualTo("host");
        assertThat(hunt.merged()).isEmpty();
        assertThat(hunt.least()).contains(2L);
    }

    @Test
    void whatIsNotThereIsNamed() {
        Rendering rendering = rendered("{type: temporal, rules: [one, none], timespan: 5m}");
        assertThat(rendering).isEqualTo(new Rendering.Unsupported("the rule none is not among the rules given"));
    }

    @Test
    void atMostSoManyHasNoLeast() {
        rendered("{type: event_count, rules: [one], timespan: 5m, condition: {lt: 3}}");
        assertThat(dialect.hunts.get(0).least()).isEmpty();
        assertThat(CorrelationOracle.hunt(Correlation.Type.EVENT_COUNT, 2, 3, 60)
                        .least())
                .isEqualTo(Optional.of(3L));
        assertThat(CorrelationOracle.hunt(Correlation.Type.EVENT_COUNT, 2, 3, 60)
                        .merged())
                .isPresent();
    }
}
