package dev.harrier.hunt.sigma;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.NormalForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a rule's {@code detection} section over the fields of one event kind. */
final class DetectionReader {
    private final FieldItem items;
    private final Notes notes;

    DetectionReader(KnownFields fields, Notes notes) {
        this.items = new FieldItem(fields, notes);
        this.notes = notes;
    }

    /** The condition in normal form; empty when a note says why. */
    Optional<Condition> read(YamlNode.Mapping detection) {
        Map<String, Condition> selections = new LinkedHashMap<>();
        detection.entries().forEach((name, value) -> {
            if (!name.equals("condition") && !name.equals("timeframe")) {
                selection(value).ifPresent(c -> selections.put(name, c));
            }
        });
        if (detection.entries().containsKey("timeframe")) {
            return notes.unsupported("timeframe: an aggregation over time");
        }
        if (!notes.problems().isEmpty()) {
            furtherProblems(detection);
        }
        boolean complete = notes.problems().isEmpty() && notes.unsupported().isEmpty();
        return complete ? condition(detection, selections).map(NormalForm::of) : Optional.empty();
    }

    /** A rule that is invalid anyway is searched to its end, so that its author hears everything at once. */
    private void furtherProblems(YamlNode.Mapping detection) {
        YamlNode condition = detection.entries().get("condition");
        if (condition instanceof YamlNode.Scalar scalar) {
            undefined(scalar, detection.entries().keySet());
        } else if (condition instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> {
                if (item instanceof YamlNode.Scalar scalar) {
                    undefined(scalar, detection.entries().keySet());
                }
            });
        }
        detection.entries().values().forEach(items::misspelt);
    }

    /** Whether a name in a condition is no selection's; each such is a problem. */
    private boolean undefined(YamlNode.Scalar condition, Set<String> names) {
        if (condition.text().contains("|")) {
            return false;
        }
        Set<String> selections = new HashSet<>(names);
        selections.removeAll(Set.of("condition", "timeframe"));
        List<String> undefined = ConditionExpression.undefined(condition.text(), selections);
        undefined.forEach(what -> notes.problem(condition, "condition: " + what));
        return !undefined.isEmpty();
    }

    private Optional<Condition> selection(YamlNode value) {
        if (value instanceof YamlNode.Mapping mapping) {
            return fields(mapping);
        }
        if (value instanceof YamlNode.Sequence sequence && sequence.items().isEmpty()) {
            return notes.problem(value, "an empty selection means nothing");
        }
        if (value instanceof YamlNode.Sequence sequence) {
            return parts(sequence.items()).map(Condition.Any::new);
        }
        return items.keywords(value);
    }

    private Optional<List<Condition>> parts(List<YamlNode> values) {
        List<Condition> parts = new ArrayList<>();
        values.forEach(v -> selection(v).ifPresent(parts::add));
        return parts.size() == values.size() && !parts.isEmpty() ? Optional.of(parts) : Optional.empty();
    }

    private Optional<Condition> fields(YamlNode.Mapping mapping) {
        if (mapping.entries().isEmpty()) {
            return notes.problem(mapping, "an empty selection means nothing");
        }
        List<Condition> parts = new ArrayList<>();
        mapping.entries().forEach((key, value) -> items.read(key, value).ifPresent(parts::add));
        return parts.size() == mapping.entries().size() ? Optional.of(new Condition.All(parts)) : Optional.empty();
    }

    private Optional<Condition> condition(YamlNode.Mapping detection, Map<String, Condition> selections) {
        YamlNode condition = detection.entries().get("condition");
        if (condition instanceof YamlNode.Scalar scalar) {
            return expression(scalar, selections);
        }
        if (!(condition instanceof YamlNode.Sequence sequence)
                || sequence.items().isEmpty()) {
            return notes.problem(detection, "the detection has no condition");
        }
        List<Condition> parts = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            if (item instanceof YamlNode.Scalar scalar) {
                expression(scalar, selections).ifPresent(parts::add);
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Condition.Any(parts));
    }

    private Optional<Condition> expression(YamlNode.Scalar scalar, Map<String, Condition> selections) {
        if (scalar.text().contains("|")) {
            return notes.unsupported("condition with an aggregation (|)");
        }
        if (undefined(scalar, selections.keySet())) {
            return Optional.empty();
        }
        try {
            return Optional.of(ConditionExpression.parse(scalar.text(), selections));
        } catch (ConditionExpression.Malformed e) {
            return notes.problem(scalar, "condition: " + e.getMessage());
        }
    }
}
