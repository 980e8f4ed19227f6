package dev.harrier.sentinel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.dialect.Translation;
import dev.harrier.hunt.ConditionOracle;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.RandomConditions;
import dev.harrier.hunt.RandomEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rendered text, translated and executed, finds exactly the events of which the condition is true by the oracle. */
class KqlDifferentialTest {
    private static final int EVENTS = 24;

    private final KqlDialect dialect = new KqlDialect();

    @Test
    void textFindsWhatTheConditionMeans() throws Exception {
        compare(20_261_122L, 10);
    }

    @Test
    @Tag("slow")
    void textFindsWhatTheConditionMeansManyTimes() throws Exception {
        compare(7L, 60);
    }

    private void compare(long seed, int conditionsPerKind) throws Exception {
        Map<String, Integer> rendered = new TreeMap<>();
        Map<String, Integer> unsupported = new TreeMap<>();
        long matched = 0;
        RandomConditions conditions = new RandomConditions(seed);
        RandomEvents events = new RandomEvents(seed + 1);
        try (LabTables lab = new LabTables();
                KqlCheckFile check = new KqlCheckFile("differential-" + seed)) {
            for (EventKind kind : EventKind.values()) {
                for (int i = 0; i < conditionsPerKind; i++) {
                    Logic.Detection detection = comparable(conditions, kind);
                    List<Map<String, Object>> made = made(events, detection);
                    boolean filled = false;
                    for (String family : KqlTables.FAMILIES) {
                        Profile profile = new Profile(family, Map.of());
                        if (!(KqlRenderer.render(detection, profile) instanceof Rendering.Rendered text)) {
                            unsupported.merge(family, 1, Integer::sum);
                            continue;
                        }
                        if (!filled) {
                            lab.fill(kind, made);
                            filled = true;
                        }
                        check.add(family + "-" + kind + "-" + i, text.text(), false);
                        Set<Long> expected = expected(detection, made);
                        matched += expected.size();
                        assertThat(found(lab, text.text()))
                                .as(
                                        "seed %d, %s %s %d\n%s\n%s\n%s",
                                        seed, family, kind, i, detection.condition(), text.text(), made)
                                .isEqualTo(expected);
                        rendered.merge(family, 1, Integer::sum);
                    }
                }
            }
        }
        System.out.printf("seed %d: compared %s, unsupported %s, %d matches%n", seed, rendered, unsupported, matched);
        assertThat(matched).as("seed %d: matches", seed).isGreaterThan(conditionsPerKind);
    }

    /** Java alone, which the oracle uses, finds no line in an empty text; PCRE and RE2 do. */
    private static Logic.Detection comparable(RandomConditions conditions, EventKind kind) {
        Logic.Detection detection = conditions.next(kind);
        while (detection.toString().matches("(?s).*Regex\\[expression=\\^[^,]*, flags=[^]]*MULTILINE.*")) {
            detection = conditions.next(kind);
        }
        return detection;
    }

    private static List<Map<String, Object>> made(RandomEvents events, Logic.Detection detection) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (long row = 0; row < EVENTS; row++) {
            Map<String, Object> event = row % 3 == 0 ? events.next(detection.kind()) : events.near(detection);
            Map<String, Object> formed = wellFormed(event, row);
            registryType(detection.kind(), row).ifPresent(type -> formed.put("EventType", type));
            all.add(formed);
        }
        return all;
    }

    /** What is done to a registry's key is what the kind says. */
    private static Optional<String> registryType(EventKind kind, long row) {
        return kind == EventKind.REGISTRY_ADD
                ? Optional.of("CreateKey")
                : kind == EventKind.REGISTRY_DELETE
                        ? Optional.of(row % 2 == 0 ? "DeleteKey" : "DeleteValue")
                        : Optional.empty();
    }

    /** Hashes have no comma. Connections are outgoing, as Defender's ConnectionSuccess. A URI's stem has no question mark. Accounts are {@code name} or {@code domain\name}, registry paths begin with a hive and name something below it. */
    private static Map<String, Object> wellFormed(Map<String, Object> event, long row) {
        Map<String, Object> copy = new HashMap<>(event);
        copy.put("EventTime", row);
        for (String hash : List.of("md5", "sha1", "sha256", "Imphash")) {
            copy.computeIfPresent(hash, (k, v) -> v.toString().replace(",", ""));
        }
        copy.put("Initiated", true);
        for (String stem : List.of("cs-uri-stem", "c-uri-stem")) {
            copy.computeIfPresent(stem, (k, v) -> v.toString().replaceAll("[?:]", ""));
        }
        copy.computeIfPresent("User", (k, v) -> {
            String account = v.toString().replace("\\", "");
            return account.isEmpty() ? "x" : row % 2 == 0 ? account : "Corp\\" + account;
        });
        copy.computeIfPresent(
                "TargetObject", (k, v) -> "HKLM\\Soft" + (v.toString().startsWith("\\") ? "" : "\\") + v);
        return copy;
    }

    private static Set<Long> expected(Logic.Detection detection, List<Map<String, Object>> events) {
        return events.stream()
                .filter(e -> ConditionOracle.matches(detection, e))
                .map(e -> (Long) e.get("EventTime"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Long> found(LabTables lab, String kql) throws Exception {
        Translation translation = dialect.translate(kql);
        assertThat(translation).as(kql).isInstanceOf(Translation.Translated.class);
        String sql = ((Translation.Translated) translation).sql();
        return lab.query("SELECT epoch_us(\"TimeGenerated\") FROM (" + sql + ")").stream()
                .map(r -> Long.valueOf(r.get(0)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
