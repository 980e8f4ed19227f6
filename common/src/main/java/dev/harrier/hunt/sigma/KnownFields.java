package dev.harrier.hunt.sigma;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventField;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.FieldType;
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

    private final EventKind kind;
    private final Map<String, FieldType> askable;

    KnownFields(EventKind kind) {
        this(kind, Map.of());
    }

    /** With further fields by name, which the caller must do away with. */
    KnownFields(EventKind kind, Map<String, FieldType> askable) {
        this.kind = kind;
        this.askable = askable;
    }

    Optional<EventField> field(String name, Notes notes) {
        Optional<EventField> field = EventModel.shipped()
                .field(kind, name)
                .or(() -> Optional.ofNullable(askable.get(name)).map(type -> new EventField(kind, name, type)));
        return field.isPresent()
                ? field
                : notes.unsupported("field " + name + " is not in the event model of " + kind.category());
    }

    /** Sysmon's composite {@code Hashes}, asked for one hash, is that hash's own field. */
    Optional<Condition> replaced(FieldKey key, YamlNode.Scalar value) {
        Matcher hash = HASH.matcher(value.text());
        if (!key.field().equals("Hashes") || !hash.matches() || !SEARCHING.containsAll(key.modifiers())) {
            return Optional.empty();
        }
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
