package dev.harrier.dist.oracle;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.ConditionOracle;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Leaves;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.RandomConditions;
import dev.harrier.hunt.RandomEvents;
import dev.harrier.lab.OracleLab;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Random conditions over random events: the tree, its SPL and its KQL find the same. Many conditions run over one table of many
 * events. Run as {@code scripts/bench differential [CASES] [SEED]}; a case is one condition and one event, in every language that can
 * say it.
 */
public final class Differential {
    private static final int CONDITIONS = 25;
    private static final int NEAR = 8;

    private final RandomConditions conditions;
    private final RandomEvents events;
    private final List<Dialect> dialects =
            Connectors.discover().stream().map(ConnectorProvider::dialect).toList();
    private final List<String> disagreements = new ArrayList<>();
    private final Map<String, Long> compared = new TreeMap<>();
    private final Map<String, Long> hits = new TreeMap<>();
    private final Map<String, Long> unsaid = new TreeMap<>();
    private final Map<String, Long> unheld = new TreeMap<>();
    private long cases;

    private Differential(long seed) {
        this.conditions = new RandomConditions(seed);
        this.events = new RandomEvents(seed + 1);
    }

    /** Runs at least so many cases. */
    static Differential run(long seed, long cases) throws SQLException {
        Differential differential = new Differential(seed);
        try (OracleLab lab = new OracleLab(differential.dialects)) {
            while (differential.cases < cases) {
                for (EventKind kind : EventKind.values()) {
                    if (kind != EventKind.OTHER) {
                        differential.batch(kind, lab);
                    }
                }
            }
        }
        return differential;
    }

    private void batch(EventKind kind, OracleLab lab) throws SQLException {
        List<Logic.Detection> detections = new ArrayList<>();
        List<Map<String, Object>> made = new ArrayList<>();
        while (detections.size() < CONDITIONS) {
            Logic.Detection detection = conditions.next(kind);
            if (Leaves.of(detection.condition()).stream()
                    .noneMatch(leaf -> leaf.field().equals(EventModel.COMPUTER))) {
                detections.add(detection);
                for (int i = 0; i < NEAR; i++) {
                    made.add(real(kind, i == 0 ? events.next(kind) : events.near(detection), made.size()));
                }
            }
        }
        lab.hold(kind, made);
        for (Logic.Detection detection : detections) {
            compare(detection, made, lab);
        }
    }

    /**
     * What telemetry can hold: a connection that the host made (Defender's table has another action for the rest), a sign-in's own event
     * ids, what is done to a registry's key as its kind says, registry paths below a hive, accounts as {@code name} or {@code domain\name}, hashes without commas, a URI's stem without its
     * query; and the host that tells events apart.
     */
    private static Map<String, Object> real(EventKind kind, Map<String, Object> event, int place) {
        Map<String, Object> real = new HashMap<>(event);
        real.put(EventModel.COMPUTER, OracleLab.host(place));
        for (String hash : List.of("md5", "sha1", "sha256", "Imphash")) {
            real.computeIfPresent(hash, (k, v) -> v.toString().replace(",", ""));
        }
        if (kind == EventKind.LOGON) {
            real.put("EventID", real.get("EventID") instanceof Long id && id % 2 == 0 ? 4624L : 4625L);
        }
        if (kind == EventKind.REGISTRY_ADD) {
            real.put("EventType", "CreateKey");
        }
        if (kind == EventKind.REGISTRY_DELETE) {
            real.put("EventType", place % 2 == 0 ? "DeleteKey" : "DeleteValue");
        }
        if (kind == EventKind.NETWORK_CONNECTION) {
            real.put("Initiated", true);
        }
        for (String stem : List.of("cs-uri-stem", "c-uri-stem")) {
            real.computeIfPresent(stem, (k, v) -> v.toString().replaceAll("[?:]", ""));
        }
        real.computeIfPresent("User", (k, v) -> {
            String account = v.toString().replace("\\", "");
            return account.isEmpty() ? "x" : place % 2 == 0 ? account : "Corp\\" + account;
        });
        real.computeIfPresent("TargetObject", (k, v) -> registryPath(v.toString()));
        return real;
    }

    /** No path in the registry ends in a backslash, and Defender, which keeps key and value name apart, could not show one. */
    private static String registryPath(String made) {
        return ("HKLM\\Soft" + (made.startsWith("\\") ? "" : "\\") + made).replaceAll("\\\\+$", "");
    }

    private void compare(Logic.Detection detection, List<Map<String, Object>> made, OracleLab lab) {
        Set<Integer> expected = new TreeSet<>();
        for (int i = 0; i < made.size(); i++) {
            if (ConditionOracle.matches(detection, made.get(i))) {
                expected.add(i);
            }
        }
        boolean said = false;
        for (Dialect dialect : dialects) {
            Rendering rendering = dialect.render(OracleHunts.of(detection), dialect.defaultProfile());
            if (rendering instanceof Rendering.Rendered rendered && !held(dialect, rendered.text(), detection)) {
                unheld.merge(dialect.name(), 1L, Long::sum);
            } else if (rendering instanceof Rendering.Rendered rendered) {
                said = true;
                compared.merge(dialect.name(), (long) made.size(), Long::sum);
                hits.merge(dialect.name(), (long) expected.size(), Long::sum);
                compare(dialect, rendered.text(), detection, made, expected, lab);
            } else {
                unsaid.merge(dialect.name(), 1L, Long::sum);
            }
        }
        cases += said ? made.size() : 0;
    }

    /** Raw Sysmon events lack some fields of the model, such as a connection's command line: a raw search of these finds nothing. */
    private static boolean held(Dialect dialect, String text, Logic.Detection detection) {
        if (!text.startsWith("search ")) {
            return true;
        }
        Set<String> fields = new TreeSet<>();
        for (Condition.Match leaf : Leaves.of(detection.condition())) {
            fields.add(leaf.field());
            if (leaf.test() instanceof FieldTest.EqualsField other) {
                fields.add(other.other());
            }
        }
        return dialect.tables(dialect.defaultProfile()).stream()
                .filter(mapping ->
                        mapping.kind() == detection.kind() && mapping.table().indexOf('.') < 0)
                .anyMatch(mapping -> fields.stream()
                        .noneMatch(field -> mapping.columnsOf(field).isEmpty()));
    }

    private void compare(
            Dialect dialect,
            String text,
            Logic.Detection detection,
            List<Map<String, Object>> made,
            Set<Integer> expected,
            OracleLab lab) {
        OracleLab.Found found = lab.find(dialect.name(), text);
        if (found.problem().isPresent() || !found.places().equals(expected)) {
            Set<Integer> wrong = new TreeSet<>(found.places());
            wrong.removeAll(expected);
            Set<Integer> missed = new TreeSet<>(expected);
            missed.removeAll(found.places());
            Set<Integer> shown = new TreeSet<>(wrong);
            shown.addAll(missed);
            disagreements.add(
                    dialect.name() + " " + found.problem().orElse("") + " wrongly finds " + wrong + ", misses "
                            + missed + "\n" + text + "\n" + detection + "\n"
                            + shown.stream().limit(1).map(made::get).toList());
        }
    }

    List<String> disagreements() {
        return disagreements;
    }

    long cases() {
        return cases;
    }

    @Override
    public String toString() {
        return cases + " cases: compared " + compared + ", of which hits " + hits + ", conditions unsaid " + unsaid
                + ", over fields that raw events lack " + unheld + ", " + disagreements.size() + " disagreements";
    }

    /** Prints what it compared and the first disagreements. */
    public static void main(String[] words) throws SQLException {
        long cases = words.length > 0 ? Long.parseLong(words[0]) : 100_000;
        long seed = words.length > 1 ? Long.parseLong(words[1]) : 20_261_122;
        Differential differential = run(seed, cases);
        System.out.printf(
                "seed %d, %d s CPU: %s%n",
                seed, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000_000, differential);
        differential.disagreements.stream().limit(20).forEach(d -> System.out.println("\n" + d));
    }
}
