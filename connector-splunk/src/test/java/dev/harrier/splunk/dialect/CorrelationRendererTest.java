package dev.harrier.splunk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.CorrelatedHunt;
import dev.harrier.dialect.CorrelationOracle;
import dev.harrier.dialect.CorrelationOracle.Event;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.sigma.Correlation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrelationRendererTest {
    private static String text(CorrelatedHunt hunt, Profile profile) {
        Rendering rendering = Hunts.SPL.correlate(hunt, profile);
        assertThat(rendering).isInstanceOf(Rendering.Rendered.class);
        String text = ((Rendering.Rendered) rendering).text();
        assertThat(Hunts.SPL.lint(text, profile)).as(text).noneMatch(f -> f.level() == LintFinding.Level.ERROR);
        return text;
    }

    private static Set<String> found(Lab lab, String text, String column) throws Exception {
        Set<String> hosts = new TreeSet<>();
        lab.run(text).forEach(row -> hosts.add(row.get(column)));
        return hosts;
    }

    @Test
    void aBurstAcrossTwoStepsOfTheClockIsFound() throws Exception {
        CorrelatedHunt hunt = CorrelationOracle.hunt(Correlation.Type.EVENT_COUNT, 1, 4, 60);
        try (Lab lab = new Lab()) {
            for (long second : List.of(58, 59, 60, 61)) {
                lab.add(EventKind.PROCESS_CREATION, new Event(0, "h", "u", second).fields(), second);
            }
            assertThat(found(lab, text(hunt, Hunts.RAW), "Computer")).containsExactly("h");
            assertThat(found(lab, text(hunt, Hunts.CIM_ONLY), "dest")).containsExactly("h");
        }
    }

    @ParameterizedTest
    @EnumSource(Correlation.Type.class)
    void theTextFindsWhatTheCorrelationMeans(Correlation.Type type) throws Exception {
        long seed = 20_261_122L + type.ordinal();
        Random random = new Random(seed);
        List<String> hits = new ArrayList<>();
        try (Lab lab = new Lab()) {
            for (int i = 0; i < 40; i++) {
                CorrelatedHunt hunt = CorrelationOracle.hunt(
                        type, 1 + random.nextInt(3), 1L + random.nextInt(4), 5L + random.nextInt(40));
                List<Event> events = CorrelationOracle.events(random);
                lab.clear(EventKind.PROCESS_CREATION);
                for (Event event : events) {
                    lab.add(EventKind.PROCESS_CREATION, event.fields(), event.second());
                }
                Set<String> expected = CorrelationOracle.hosts(hunt, events);
                String about = "seed " + seed + " #" + i + " " + hunt + events;
                assertThat(found(lab, text(hunt, Hunts.RAW), "Computer"))
                        .as(about)
                        .isEqualTo(expected);
                assertThat(found(lab, text(hunt, Hunts.CIM_ONLY), "dest"))
                        .as(about)
                        .isEqualTo(expected);
                hits.addAll(expected);
            }
        }
        assertThat(hits).as("seed %d", seed).hasSizeGreaterThan(10).hasSizeLessThan(75);
    }
}
