package dev.harrier.hunt.sigma;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.NormalForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        boolean complete = notes.problems().isEmpty() && notes.unsupported().isEmpty();
        return complete ? condition(detection, selections).map(NormalForm::of) : Optional.empty();
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
        try {
            return Optional.of(ConditionExpression.parse(scalar.text(), selections));
        } catch (ConditionExpression.Malformed e) {
            return notes.problem(scalar, "condition: " + e.getMessage());
        }
    }
}
