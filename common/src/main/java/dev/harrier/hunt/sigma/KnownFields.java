package dev.harrier.hunt.sigma;

import dev.harrier.attack.EditDistance;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventField;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.FieldType;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of one event kind under the names that Sigma rules use for them. */
final class KnownFields {
    private static final Pattern HASH = Pattern.compile("(?:(?i)(MD5|SHA1|SHA256|IMPHASH)=)?([0-9A-Fa-f]{32,64})");
    private static final Map<String, String> HASH_FIELDS =
            Map.of("MD5", "md5", "SHA1", "sha1", "SHA256", "sha256", "IMPHASH", "Imphash");
    private static final Map<Integer, List<String>> BY_LENGTH =
            Map.of(32, List.of("MD5", "IMPHASH"), 40, List.of("SHA1"), 64, List.of("SHA256"));
    private static final Set<String> SEARCHING = Set.of("contains", "startswith", "endswith", "all");

    private static final String EVENT_ID = "EventID";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_@][A-Za-z0-9_.:@{}/# -]{0,199}");

    private final EventKind kind;
    private final Map<String, FieldType> askable;
    private final boolean open;

    /** All fields that a log source may have. */
    KnownFields(EventKind kind, LogSource source) {
        this.kind = kind;
        boolean windows = source.product().equals(Optional.of("windows"));
        this.askable = windows ? Map.of(EVENT_ID, FieldType.INTEGER) : Map.of();
        this.open = true;
    }

    /** Those of the event model, and further fields by name, which the caller must do away with. */
    KnownFields(EventKind kind, Map<String, FieldType> askable) {
        this.kind = kind;
        this.askable = askable;
        this.open = false;
    }

    Optional<EventField> field(String name, Notes notes) {
        Optional<EventField> field = EventModel.shipped()
                .field(kind, name)
                .or(() -> Optional.ofNullable(askable.get(name)).map(type -> new EventField(kind, name, type)));
        return field.isPresent() || !open ? known(field, name, notes) : named(name, notes);
    }

    /** The field that an unknown name is all but spelt as, case aside. */
    Optional<String> meant(String name) {
        if (name.isEmpty()
                || name.length() > 100
                || EventModel.shipped().field(kind, name).isPresent()
                || askable.containsKey(name)) {
            return Optional.empty();
        }
        return EventModel.shipped().fields(kind).stream()
                .map(EventField::name)
                .filter(known ->
                        EditDistance.between(known.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)) <= 1)
                .findFirst();
    }

    private Optional<EventField> known(Optional<EventField> field, String name, Notes notes) {
        return field.isPresent()
                ? field
                : notes.unsupported("field " + name + " is not in the event model of " + kind.category());
    }

    private Optional<EventField> named(String name, Notes notes) {
        return name.equals(EventModel.TEXT) || NAME.matcher(name).matches()
                ? Optional.of(new EventField(kind, name, FieldType.STRING))
                : notes.unsupported("field \"" + name + "\": no name that every query can hold");
    }

    /** Sysmon's composite {@code Hashes}, asked for one hash, is that hash's own field. */
    Optional<Condition> replaced(FieldKey key, YamlNode.Scalar value) {
        if (!key.field().equals("Hashes") || !SEARCHING.containsAll(key.modifiers())) {
            return Optional.empty();
        }
        Matcher hash = HASH.matcher(value.text());
        return hash.matches() ? either(hash) : Optional.empty();
    }

    private Optional<Condition> either(Matcher hash) {
        List<Condition> parts = new ArrayList<>();
        for (String type : types(hash)) {
            EventModel.shipped()
                    .field(kind, HASH_FIELDS.get(type))
                    .ifPresent(f -> parts.add(new Condition.Match(f.name(), exactly(hash.group(2)))));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Condition.Any(parts));
    }

    private static List<String> types(Matcher hash) {
        List<String> byLength = BY_LENGTH.getOrDefault(hash.group(2).length(), List.of());
        if (hash.group(1) == null) {
            return byLength;
        }
        String named = hash.group(1).toUpperCase(Locale.ROOT);
        return byLength.contains(named) ? List.of(named) : List.of();
    }

    private static FieldTest exactly(String text) {
        return new FieldTest.Like(TextPattern.exactly(text), false);
    }
}
