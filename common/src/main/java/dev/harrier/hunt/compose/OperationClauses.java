package dev.harrier.hunt.compose;

import dev.harrier.evidence.Behaviour.Operation;
import dev.harrier.evidence.Quote;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt.Confidence;
import dev.harrier.hunt.Hunt.Kind;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.TextPattern;
import dev.harrier.hunt.TextPattern.Literal;
import dev.harrier.hunt.TextPattern.Part;
import dev.harrier.hunt.TextPattern.Wildcard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Clauses of what an article says was done to accounts, tenants, clouds and clusters; {@code operation-hunts.tsv} says which. */
final class OperationClauses {
    private static final Map<String, Shape> SHAPES = shapes();

    private final Findings findings;

    OperationClauses(Findings findings) {
        this.findings = findings;
    }

    /** What one record of an operation looks like, or why there is no hunt for it. */
    private record Shape(Optional<LogSource> source, List<Condition> conditions, String why) {}

    void operation(Operation operation) {
        Shape shape = SHAPES.get(key(operation.platform().name(), operation.name()));
        if (shape == null) {
            leaveOut(operation.name(), "no log that we search has a record of it");
        } else if (shape.source().isEmpty()) {
            leaveOut(operation.name(), shape.why());
        } else {
            add(operation.name(), shape, operation.quote());
        }
    }

    private void add(String name, Shape shape, Quote quote) {
        LogSource source = shape.source().get();
        Group group = new Group(
                Kind.BEHAVIOUR,
                EventKind.OTHER,
                source,
                "operations " + source,
                "Operations in " + source,
                Confidence.LOW,
                "the operation is rare, but administrators do it too");
        findings.add(group, "operation", new Condition.All(shape.conditions()), name, quote);
    }

    private void leaveOut(String name, String reason) {
        findings.leaveOut("operation " + name, reason);
    }

    private static Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new HashMap<>();
        for (String line : Words.lines("operation-hunts.tsv")) {
            String[] cells = line.split("\t");
            shapes.put(key(cells[0], cells[1]), shape(cells));
        }
        return Map.copyOf(shapes);
    }

    private static Shape shape(String[] cells) {
        if (cells[2].equals("-")) {
            return new Shape(Optional.empty(), List.of(), cells[4]);
        }
        LogSource source = new LogSource(Optional.empty(), Optional.of(cells[2]), Optional.of(cells[3]));
        List<Condition> conditions = Stream.of(cells[4].split("(?<!\\|)\\|(?!\\|)"))
                .map(OperationClauses::condition)
                .toList();
        return new Shape(Optional.of(source), conditions, "");
    }

    private static Condition condition(String text) {
        int sign = text.indexOf('=');
        boolean not = text.charAt(sign - 1) == '!';
        String field = text.substring(0, not ? sign - 1 : sign);
        List<Condition> any = Stream.of(text.substring(sign + 1).split("\\|\\|"))
                .map(value -> Findings.like(field, pattern(value)))
                .toList();
        Condition condition = any.size() == 1 ? any.get(0) : new Condition.Any(any);
        return not ? new Condition.Not(condition) : condition;
    }

    private static TextPattern pattern(String value) {
        List<Part> parts = new ArrayList<>();
        String[] runs = value.split("\\*", -1);
        for (int i = 0; i < runs.length; i++) {
            if (i > 0) {
                parts.add(Wildcard.ANY_RUN);
            }
            parts.add(new Literal(runs[i]));
        }
        return new TextPattern(parts);
    }

    private static String key(String platform, String name) {
        return platform + "\t" + name;
    }
}
