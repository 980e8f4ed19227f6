package dev.harrier.sentinel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.CorrelatedHunt;
import dev.harrier.dialect.CorrelationOracle;
import dev.harrier.dialect.CorrelationOracle.Event;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.dialect.Translation;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.sigma.Correlation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrelationRendererTest {
    private static final KqlDialect KQL = new KqlDialect();
    private static final List<String> FAMILIES = List.of("defender", "asim");

    private static String text(CorrelatedHunt hunt, Profile profile) {
        Rendering rendering = KQL.correlate(hunt, profile);
        assertThat(rendering).isInstanceOf(Rendering.Rendered.class);
        String text = ((Rendering.Rendered) rendering).text();
        assertThat(KQL.lint(text, profile)).as(text).noneMatch(f -> f.level() == LintFinding.Level.ERROR);
        return text;
    }

    private static Set<String> found(LabTables lab, String text) throws Exception {
        Translation translation = KQL.translate(text + "\n| distinct Computer");
        assertThat(translation).as(text).isInstanceOf(Translation.Translated.class);
        Set<String> hosts = new TreeSet<>();
        lab.query(((Translation.Translated) translation).sql()).forEach(row -> hosts.add(row.get(0)));
        return hosts;
    }

    private static void fill(LabTables lab, List<Event> events) throws Exception {
        lab.fill(EventKind.PROCESS_CREATION, events.stream().map(Event::fields).toList());
    }

    @ParameterizedTest
    @EnumSource(Correlation.Type.class)
    void aBurstAcrossTwoStepsOfTheClockIsFound(Correlation.Type type) throws Exception {
        CorrelatedHunt hunt = CorrelationOracle.hunt(type, 2, 2, 60);
        try (LabTables lab = new LabTables()) {
            fill(lab, List.of(new Event(0, "h", "u", 59), new Event(1, "h", "v", 119), new Event(1, "i", "w", 60)));
            assertThat(found(lab, text(hunt, KQL.defaultProfile()))).containsExactly("h");
        }
    }

    @ParameterizedTest
    @EnumSource(Correlation.Type.class)
    void theTextFindsWhatTheCorrelationMeans(Correlation.Type type) throws Exception {
        long seed = 20_261_122L + type.ordinal();
        Random random = new Random(seed);
        List<String> hits = new ArrayList<>();
        try (LabTables lab = new LabTables();
                KqlCheckFile check = new KqlCheckFile("correlations-" + type)) {
            for (int i = 0; i < 40; i++) {
                CorrelatedHunt hunt = CorrelationOracle.hunt(
                        type, 1 + random.nextInt(3), 1L + random.nextInt(4), 5L + random.nextInt(40));
                List<Event> events = CorrelationOracle.events(random);
                fill(lab, events);
                Set<String> expected = CorrelationOracle.hosts(hunt, events);
                for (String family : FAMILIES) {
                    String text = text(hunt, new Profile(family, Map.of()));
                    check.add(family + i, text, false);
                    assertThat(found(lab, text))
                            .as("seed %d #%d %s %s%n%s", seed, i, hunt, events, text)
                            .isEqualTo(expected);
                }
                hits.addAll(expected);
            }
        }
        assertThat(hits).as("seed %d", seed).hasSizeGreaterThan(10).hasSizeLessThan(75);
    }

    @Test
    void theExportForDefenderReadsItsOwnTime() {
        Profile export = new Profile("defender", Map.of("time", "Timestamp"));
        try (KqlCheckFile check = new KqlCheckFile("correlations-export")) {
            for (Correlation.Type type : Correlation.Type.values()) {
                String text = text(CorrelationOracle.hunt(type, 2, 2, 60), export);
                assertThat(text).contains("Timestamp").doesNotContain("TimeGenerated");
                check.add("export-" + type, text, true);
            }
        }
    }
}
