package dev.harrier.dist.bench;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.sigma.SigmaReader;
import dev.harrier.hunt.sigma.SigmaRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many Sigma rules each target can say, by log source. Run as {@code scripts/bench convert}.
 *
 * <p>The ceiling of a log source at a target is the number of its rules whose events and fields the target's tables hold at all,
 * as far as the mapping files know; what is missing of it is our fault.
 */
public final class Conversion {
    /** A target under test. */
    enum Target {
        CIM("spl", "cim", Map.of("fallback", "none")),
        RAW("spl", "raw", Map.of()),
        SPLUNK("spl", "cim", Map.of()),
        DEFENDER("kql", "defender", Map.of()),
        ASIM("kql", "asim", Map.of()),
        SENTINEL("kql", "defender", Map.of("tables", "defender,asim,securityevent,native"));

        private final String dialect;
        private final Profile profile;

        Target(String dialect, String profile, Map<String, String> options) {
            this.dialect = dialect;
            this.profile = new Profile(profile, options);
        }

        String dialect() {
            return dialect;
        }

        Profile profile() {
            return profile;
        }
    }

    /** What the target's tables lack, by how the reason says it. */
    private static final Pattern LACKING =
            Pattern.compile("has no dataset|hold no |has no field|has no column|keeps no raw text|no raw event source");

    /** One rule at one target. */
    record Outcome(String source, Target target, Optional<String> text, String reason) {
        boolean lacking() {
            return text.isEmpty() && LACKING.matcher(reason).find();
        }
    }

    private final List<Outcome> outcomes = new ArrayList<>();

    private Conversion() {}

    /** Converts rules, given by name, to every target. */
    static Conversion of(Map<String, String> rules) {
        Conversion conversion = new Conversion();
        Map<String, Dialect> dialects = Connectors.discover().stream()
                .map(ConnectorProvider::dialect)
                .collect(Collectors.toMap(Dialect::name, d -> d));
        rules.forEach((name, yaml) -> SigmaReader.read(yaml, name).forEach(rule -> conversion.convert(rule, dialects)));
        return conversion;
    }

    private void convert(SigmaRule rule, Map<String, Dialect> dialects) {
        Optional<Hunt> hunt = rule.detection().map(d -> rule.toHunt());
        for (Target target : Target.values()) {
            Rendering rendering = hunt.map(h -> dialects.get(target.dialect).render(h, target.profile))
                    .orElseGet(() -> new Rendering.Unsupported(String.join("; ", rule.unsupported())));
            outcomes.add(outcome(rule.logSource().toString(), target, rendering));
        }
    }

    private static Outcome outcome(String source, Target target, Rendering rendering) {
        return rendering instanceof Rendering.Rendered rendered
                ? new Outcome(source, target, Optional.of(rendered.text()), "")
                : new Outcome(source, target, Optional.empty(), ((Rendering.Unsupported) rendering).reason());
    }

    List<Outcome> outcomes(Target target) {
        return outcomes.stream().filter(o -> o.target == target).toList();
    }

    /** The part of all rules that a target can say, in percent. */
    double percent(Target target) {
        List<Outcome> all = outcomes(target);
        return 100.0 * all.stream().filter(o -> o.text.isPresent()).count() / all.size();
    }

    /** One row per log source, the most rules first; each target's cell is what it says of its ceiling. */
    String table() {
        Map<String, List<Outcome>> sources = outcomes.stream()
                .collect(Collectors.groupingBy(Outcome::source, LinkedHashMap::new, Collectors.toList()));
        StringBuilder table = new StringBuilder(row("log source", "rules", Target::name));
        sources.entrySet().stream()
                .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .forEach(e -> table.append(row(e.getKey(), e.getValue())));
        return table.append(row("all", outcomes)).toString();
    }

    private static String row(String name, List<Outcome> all) {
        return row(name, String.valueOf(all.size() / Target.values().length), target -> {
            List<Outcome> here = all.stream().filter(o -> o.target == target).toList();
            long said = here.stream().filter(o -> o.text.isPresent()).count();
            long ceiling = here.stream().filter(o -> !o.lacking()).count();
            return said + " of " + ceiling;
        });
    }

    private interface Cell {
        String of(Target target);
    }

    private static String row(String name, String rules, Cell cell) {
        StringBuilder row = new StringBuilder(String.format("%-44s %5s", name, rules));
        for (Target target : Target.values()) {
            row.append(String.format(" %13s", cell.of(target)));
        }
        return row.append('\n').toString();
    }

    /** How often each reason was given. */
    String reasons(Target target) {
        Map<String, Long> counts = outcomes(target).stream()
                .filter(o -> o.text.isEmpty())
                .collect(Collectors.groupingBy(Outcome::reason, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(e -> String.format("%5d  %s%n", e.getValue(), e.getKey()))
                .collect(Collectors.joining("", target + "\n", ""));
    }

    /** Prints table, percentages and reasons. */
    public static void main(String[] words) {
        Conversion conversion = of(SigmaSample.read().orElseThrow());
        System.out.print(conversion.table());
        for (Target target : Target.values()) {
            System.out.printf("%-10s %.2f %%%n", target, conversion.percent(target));
        }
        for (Target target : Target.values()) {
            System.out.print("\n" + conversion.reasons(target));
        }
    }
}
