package dev.harrier.sentinel.dialect;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A dotted column of a mapping file: one key of a dynamic column, read as text into a column of the key's name. */
final class DynamicKey {
    private static final String PIPE = "PipeName";
    /** Words of the language, which no column can be called without quotes. */
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "in",
            "by",
            "on",
            "has",
            "contains",
            "between",
            "where",
            "count",
            "project",
            "extend",
            "join",
            "union",
            "let",
            "set",
            "true",
            "false",
            "null",
            "of",
            "with",
            "from",
            "to",
            "step",
            "kind",
            "type",
            "range",
            "search");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private DynamicKey() {}

    /** The name under which a column is asked. */
    static String alias(String column) {
        String key = column.substring(column.indexOf('.') + 1);
        String name = NAME.matcher(key).matches() ? key : key.replaceAll("[^A-Za-z0-9]", "_");
        return WORDS.contains(name.toLowerCase(Locale.ROOT)) ? name + "_" : name;
    }

    /** {@code Name = tostring(...)}, for a dotted column. */
    static Optional<String> definition(String column) {
        return column.indexOf('.') < 0 ? Optional.empty() : Optional.of(alias(column) + " = " + expression(column));
    }

    /** The column itself, or what a dotted one is read by. */
    static String expression(String column) {
        int dot = column.indexOf('.');
        return dot < 0 ? column : text(column.substring(0, dot), column.substring(dot + 1));
    }

    private static String text(String bag, String key) {
        String path = Stream.of(key.split("\\.")).map(DynamicKey::step).collect(Collectors.joining());
        String text = bag.equals("EventData")
                ? "tostring(" + bag + path + ")"
                : "tostring(parse_json(" + bag + ")" + path + ")";
        // Defender writes the object manager's path, Sysmon what stands behind it.
        return bag.equals("AdditionalFields") && key.equals(PIPE)
                ? "replace_regex(" + text + ", @\"(?i)^\\\\Device\\\\NamedPipe\", \"\")"
                : text;
    }

    private static String step(String key) {
        return NAME.matcher(key).matches() ? "." + key : "[" + KqlLiteral.of(key) + "]";
    }
}
