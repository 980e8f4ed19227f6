package dev.harrier.splunk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.ConditionOracle;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.RandomConditions;
import dev.harrier.hunt.RandomEvents;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random conditions over random events: what the text finds when it is executed is what the condition means. */
class DifferentialTest {
    private static final int EVENTS = 12;

    @Test
    void agreesWithTheOracle() throws SQLException {
        agree(20261122, 100);
    }

    @Test
    @Tag("slow")
    void agreesWithTheOracleOnManyMore() throws SQLException {
        agree(7, 600);
    }

    private static void agree(long seed, int count) throws SQLException {
        RandomConditions conditions = new RandomConditions(seed);
        RandomEvents events = new RandomEvents(seed + 1);
        List<String> disagreements = new ArrayList<>();
        int compared = 0;
        long hits = 0;
        try (Lab lab = new Lab()) {
            for (int i = 0; i < count; i++) {
                Logic.Detection detection = conditions.next();
                if (isQuirk(detection) || detection.kind() == EventKind.OTHER) {
                    continue;
                }
                List<Map<String, Object>> made = new ArrayList<>();
                for (int e = 0; e < EVENTS; e++) {
                    made.add(real(detection.kind(), events.near(detection)));
                    lab.add(detection.kind(), made.get(e), 86_400L * e);
                }
                for (Profile profile : List.of(Hunts.CIM_ONLY, Hunts.RAW)) {
                    Rendering rendering = Hunts.SPL.render(Hunts.of(detection), profile);
                    boolean known = !profile.equals(Hunts.RAW) || isHeldRaw(detection);
                    if (known && rendering instanceof Rendering.Rendered rendered) {
                        compared += EVENTS;
                        long expected = made.stream()
                                .filter(e -> ConditionOracle.matches(detection, e))
                                .count();
                        hits += (int) expected;
                        String actual = lab.count(rendered.text()).get("hits");
                        if (!actual.equals(String.valueOf(expected))) {
                            disagreements.add("seed " + seed + " #" + i + ": oracle " + expected + ", lab " + actual
                                    + "\n" + rendered.text() + "\n" + detection + "\n" + made);
                        }
                    }
                }
                lab.clear(detection.kind());
            }
        }
        System.out.println("compared " + compared + " (event, query) pairs, of which " + hits + " hit; seed " + seed);
        assertThat(disagreements).as(disagreements.size() + " disagreements").isEmpty();
        assertThat(hits).isGreaterThan(compared / 10);
    }

    /** Whether the lab's raw events have all fields; of a field that they lack, a raw search finds nothing. */
    private static boolean isHeldRaw(Logic.Detection detection) {
        return SplTables.raw(detection.kind())
                .filter(c -> c.unchanged().keySet().containsAll(ConditionFields.of(detection.condition())))
                .isPresent();
    }

    /** A sign-in's event id is one of the two that a search for sign-ins names; what is done to a registry's key is what its kind says. */
    private static Map<String, Object> real(EventKind kind, Map<String, Object> event) {
        if (kind == EventKind.LOGON) {
            event.put("EventID", event.get("EventID") instanceof Long id && id % 2 == 0 ? 4624L : 4625L);
        }
        if (kind == EventKind.REGISTRY_ADD) {
            event.put("EventType", "CreateKey");
        }
        if (kind == EventKind.REGISTRY_DELETE) {
            event.put("EventType", event.hashCode() % 2 == 0 ? "DeleteKey" : "DeleteValue");
        }
        return event;
    }

    /** In Java alone a multi-line {@code ^} does not match the empty text; the oracle is Java, Splunk is PCRE. */
    private static boolean isQuirk(Logic.Detection detection) {
        return detection.toString().matches("(?s).*expression=\\^\\$, flags=\\[[A-Z_, ]*MULTILINE.*");
    }
}
