package dev.harrier.hunt.sigma;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventField;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one detection item, a key with its values, as a condition. */
final class FieldItem {
    private static final Set<String> KNOWN = Set.of(
            "contains",
            "startswith",
            "endswith",
            "all",
            "cased",
            "re",
            "i",
            "m",
            "s",
            "cidr",
            "exists",
            "gt",
            "gte",
            "lt",
            "lte",
            "base64",
            "base64offset",
            "wide",
            "utf16le",
            "utf16be",
            "utf16",
            "windash",
            "fieldref",
            "expand",
            "neq");
    private static final Set<String> TIMES = Set.of("minute", "hour", "day", "week", "month", "year");

    private final KnownFields fields;
    private final Notes notes;

    FieldItem(KnownFields fields, Notes notes) {
        this.fields = fields;
        this.notes = notes;
    }

    /** Empty when a note says why. */
    Optional<Condition> read(String keyText, YamlNode value) {
        return read(FieldKey.parse(keyText), value);
    }

    /** Texts without a field, of which one must be in the event. */
    Optional<Condition> keywords(YamlNode value) {
        return read(new FieldKey(EventModel.TEXT, List.of()), value);
    }

    private Optional<Condition> read(FieldKey key, YamlNode value) {
        if (!sound(key, value)) {
            return Optional.empty();
        }
        List<YamlNode> values = value instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(value);
        if (values.isEmpty()) {
            return notes.problem(value, "\"" + key.field() + "\" has an empty list of values");
        }
        return values.size() > 1 && key.has("all") ? allOf(key, values) : anyOf(key, values);
    }

    /** Makes a problem of each field that is spelt nearly as one that this kind of event has: a rule may ask for fields of its own. */
    void misspelt(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries()
                    .forEach((key, value) -> misspelt(FieldKey.parse(key).field(), value));
        } else if (node instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(this::misspelt);
        }
    }

    private void misspelt(String field, YamlNode at) {
        fields.meant(field)
                .ifPresent(meant -> notes.problem(
                        at, "field " + field + " is not in the event model; did you mean " + meant + "?"));
    }

    private boolean sound(FieldKey key, YamlNode at) {
        boolean sound = true;
        for (String modifier : key.modifiers()) {
            if (TIMES.contains(modifier)) {
                notes.unsupported("modifier " + modifier + ": parts of a time are not compared");
                sound = false;
            } else if (!KNOWN.contains(modifier)) {
                notes.problem(at, "unknown modifier \"" + modifier + "\"");
                sound = false;
            }
        }
        return sound;
    }

    private Optional<Condition> allOf(FieldKey key, List<YamlNode> values) {
        return each(key, values).map(Condition.All::new);
    }

    private Optional<Condition> anyOf(FieldKey key, List<YamlNode> values) {
        Optional<Condition> any =
                each(key, values).map(parts -> parts.size() == 1 ? parts.get(0) : new Condition.Any(parts));
        return key.has("neq") ? any.map(Condition.Not::new) : any;
    }

    private Optional<List<Condition>> each(FieldKey key, List<YamlNode> values) {
        List<Condition> parts = new ArrayList<>();
        for (YamlNode value : values) {
            if (value instanceof YamlNode.Scalar scalar) {
                one(key, scalar).ifPresent(parts::add);
            } else {
                notes.problem(value, "a value of \"" + key.field() + "\" must be a single text or number");
            }
        }
        return parts.size() == values.size() ? Optional.of(parts) : Optional.empty();
    }

    private Optional<Condition> one(FieldKey key, YamlNode.Scalar value) {
        return key.has("expand") ? expanded(key, value) : single(key, value);
    }

    /** One of all that a value with placeholders stands for. */
    private Optional<Condition> expanded(FieldKey key, YamlNode.Scalar value) {
        FieldKey plain = key.without("expand");
        Optional<List<String>> texts = notes.values().expanded(value.text(), notes);
        List<Condition> parts = new ArrayList<>();
        texts.ifPresent(all -> all.forEach(text -> single(plain, new YamlNode.Scalar(text, value.plain(), value.line()))
                .ifPresent(parts::add)));
        return texts.filter(all -> all.size() == parts.size()).map(all -> new Condition.Any(parts));
    }

    private Optional<Condition> single(FieldKey key, YamlNode.Scalar value) {
        Optional<Condition> replaced = fields.replaced(key, value);
        if (replaced.isPresent()) {
            return replaced;
        }
        Optional<EventField> field = fields.field(key.field(), notes);
        return field.flatMap(f -> tests(key, f, value).map(tests -> condition(f.name(), tests)));
    }

    private static Condition condition(String field, List<FieldTest> tests) {
        return tests.size() == 1
                ? new Condition.Match(field, tests.get(0))
                : new Condition.Any(tests.stream()
                        .<Condition>map(t -> new Condition.Match(field, t))
                        .toList());
    }

    private Optional<List<FieldTest>> tests(FieldKey key, EventField field, YamlNode.Scalar value) {
        if (key.has("fieldref")) {
            return one(fieldReference(key, value));
        }
        if (value.isNull() || key.has("exists")) {
            return one(exists(key, value));
        }
        if (key.has("re")) {
            return one(FieldTests.regex(key, value, notes));
        }
        if (key.has("cidr")) {
            return one(FieldTests.subnet(value, notes));
        }
        Optional<FieldTest> number = FieldTests.number(key, value, field.type() == FieldType.INTEGER);
        if (number.isPresent()) {
            return one(number);
        }
        return FieldTests.isOrder(key)
                ? notes.problem(value, "\"" + value.text() + "\" is no number to compare with")
                : TextTests.of(key, value, notes);
    }

    private Optional<FieldTest> fieldReference(FieldKey key, YamlNode.Scalar value) {
        if (!Set.of("fieldref", "all", "neq").containsAll(key.modifiers())) {
            return notes.unsupported("modifier fieldref together with " + key.modifiers());
        }
        return fields.field(value.text(), notes).map(other -> new FieldTest.EqualsField(other.name()));
    }

    private Optional<FieldTest> exists(FieldKey key, YamlNode.Scalar value) {
        if (!key.has("exists")) {
            return Optional.of(new FieldTest.Exists(false));
        }
        return switch (value.text()) {
            case "true", "yes" -> Optional.of(new FieldTest.Exists(true));
            case "false", "no" -> Optional.of(new FieldTest.Exists(false));
            default -> notes.problem(value, "exists takes true or false, not \"" + value.text() + "\"");
        };
    }

    private static Optional<List<FieldTest>> one(Optional<? extends FieldTest> test) {
        return test.map(List::of);
    }
}
