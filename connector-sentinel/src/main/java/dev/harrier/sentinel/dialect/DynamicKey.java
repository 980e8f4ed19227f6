package dev.harrier.sentinel.dialect;

import java.util.Optional;

/** A dotted column of a mapping file: one key of a dynamic column, read as text into a column of the key's name. */
final class DynamicKey {
    private static final String PIPE = "PipeName";

    private DynamicKey() {}

    /** The name under which a column is asked. */
    static String alias(String column) {
        return column.substring(column.indexOf('.') + 1);
    }

    /** {@code Name = tostring(...)}, for a dotted column. */
    static Optional<String> definition(String column) {
        int dot = column.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.of(alias(column) + " = " + text(column.substring(0, dot), column.substring(dot + 1)));
    }

    private static String text(String bag, String key) {
        String text = bag.equals("EventData")
                ? "tostring(" + bag + "." + key + ")"
                : "tostring(parse_json(" + bag + ")." + key + ")";
        // Defender writes the object manager's path, Sysmon what stands behind it.
        return bag.equals("AdditionalFields") && key.equals(PIPE)
                ? "replace_regex(" + text + ", @\"(?i)^\\\\Device\\\\NamedPipe\", \"\")"
                : text;
    }
}
