package dev.harrier.sentinel.dialect;

import dev.harrier.hunt.FieldTest.Like;
import dev.harrier.hunt.TextPattern;
import dev.harrier.hunt.TextPattern.Literal;
import dev.harrier.hunt.TextPattern.Part;
import dev.harrier.hunt.TextPattern.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sysmon's {@code TargetObject}, {@code HKLM\key\value}, where the table spells hives in full and keeps the value's name apart
 * ({@code value} is empty where the object is a key, {@code maybeKey} where the table holds keys and values). A pattern that can only match behind the hive is put to the table's own
 * spelling; one that begins with a hive gets that hive in full; any other is put to the path in Sysmon's spelling, rebuilt.
 */
record RegistryPath(String key, Optional<String> value, boolean maybeKey) implements Subject {
    private static final Map<String, String> HIVES = Map.of(
            "HKLM", "HKEY_LOCAL_MACHINE",
            "HKU", "HKEY_USERS",
            "HKCU", "HKEY_CURRENT_USER",
            "HKCR", "HKEY_CLASSES_ROOT",
            "HKCC", "HKEY_CURRENT_CONFIG");
    private static final List<String> ORDER = List.of("HKLM", "HKU", "HKCU", "HKCR", "HKCC");

    RegistryPath(String key, Optional<String> value) {
        this(key, value, false);
    }

    @Override
    public String text() {
        String text = path(true);
        for (String hive : ORDER) {
            text = "replace_regex(" + text + ", \"^" + HIVES.get(hive) + "\", \"" + hive + "\")";
        }
        return text;
    }

    /** The path in the table's spelling; {@code guarded} against becoming a lone backslash where both columns are empty. */
    private String path(boolean guarded) {
        return value.map(v -> "strcat(" + key + ", @\"\\\", " + v + ")")
                .map(p -> maybeKey ? "iff(" + value.orElseThrow() + " == \"\", " + key + ", " + p + ")" : p)
                .map(p -> guarded && !maybeKey ? "iff(" + key + " == \"\", " + value.orElseThrow() + ", " + p + ")" : p)
                .orElse(key);
    }

    /** Whether a lone backslash could fit. */
    private static boolean fitsBackslash(TextPattern pattern) {
        return pattern.parts().stream()
                .noneMatch(p -> p instanceof Literal literal && !literal.text().equals("\\"));
    }

    @Override
    public String like(Like like, KqlPatterns patterns) {
        Optional<TextPattern> own = respelt(like.pattern());
        if (own.isEmpty()) {
            return patterns.like(text(), like.pattern(), like.cased());
        }
        return split(own.get(), like.cased(), patterns)
                .orElseGet(() -> patterns.like(path(fitsBackslash(own.get())), own.get(), like.cased()));
    }

    /** The pattern in the table's spelling, if that says the same. */
    private static Optional<TextPattern> respelt(TextPattern pattern) {
        List<Part> parts = new ArrayList<>(pattern.parts());
        if (parts.isEmpty() || parts.get(0) == Wildcard.ANY_CHARACTER) {
            return Optional.empty();
        }
        if (parts.get(0) instanceof Literal first) {
            Optional<String> full = full(first.text());
            full.ifPresent(f -> parts.set(0, new Literal(f)));
            return full.map(f -> new TextPattern(parts)).filter(p -> behindHive(p.parts(), 1));
        }
        return behindHive(parts, 1) ? Optional.of(pattern) : Optional.empty();
    }

    private static Optional<String> full(String text) {
        int slash = text.indexOf('\\');
        return Optional.ofNullable(
                        slash < 0 ? null : HIVES.get(text.substring(0, slash).toUpperCase(Locale.ROOT)))
                .map(hive -> hive + text.substring(slash));
    }

    /** Whether nothing from a part on could match inside a hive's name, in either spelling. */
    private static boolean behindHive(List<Part> parts, int from) {
        boolean anchored = parts.get(0) instanceof Literal;
        return anchored || parts.stream().skip(from).allMatch(RegistryPath::behindHive);
    }

    private static boolean behindHive(Part part) {
        return part == Wildcard.ANY_RUN || (part instanceof Literal literal && behindHive(literal.text()));
    }

    private static boolean behindHive(String text) {
        int slash = text.indexOf('\\');
        String head = (slash < 0 ? text : text.substring(0, slash)).toUpperCase(Locale.ROOT);
        return HIVES.entrySet().stream()
                .allMatch(h -> slash < 0
                        ? !h.getKey().contains(head) && !h.getValue().contains(head)
                        : slash == 0
                                || (!h.getKey().endsWith(head) && !h.getValue().endsWith(head)));
    }

    /** A pattern that ends in a whole value name says something of the key and of the name. */
    private Optional<String> split(TextPattern own, boolean cased, KqlPatterns patterns) {
        if (maybeKey) {
            return Optional.empty();
        }
        Optional<String> tail = own.suffix().filter(t -> value.isPresent() && wholeName(t));
        if (tail.isPresent()) {
            int slash = tail.get().lastIndexOf('\\');
            TextPattern head = TextPattern.endingWith(tail.get().substring(0, slash));
            return Optional.of(both(slash == 0 ? "" : patterns.like(key, head, cased), tail.get(), cased));
        }
        return own.exact()
                .filter(t -> value.isPresent() && wholeName(t))
                .map(t -> both(KqlPatterns.equal(key, t.substring(0, t.lastIndexOf('\\')), cased), t, cased));
    }

    private static boolean wholeName(String text) {
        return text.lastIndexOf('\\') >= 0 && text.lastIndexOf('\\') + 1 < text.length();
    }

    private String both(String keyTest, String text, boolean cased) {
        String nameTest = KqlPatterns.equal(value.orElseThrow(), text.substring(text.lastIndexOf('\\') + 1), cased);
        return keyTest.isEmpty() ? nameTest : "(" + keyTest + " and " + nameTest + ")";
    }
}
