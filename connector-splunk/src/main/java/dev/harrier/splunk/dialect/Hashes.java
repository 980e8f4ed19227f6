package dev.harrier.splunk.dialect;

import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * CIM keeps all hashes of a file in one field: a bare hash, or Sysmon's {@code MD5=…,SHA256=…}. A whole hash of the right length
 * is found in both shapes without doubt; a part of one, or a pattern, is not.
 */
final class Hashes {
    private record Shape(String label, int length, boolean bare) {}

    private static final Map<String, Shape> SHAPES = Map.of(
            "md5", new Shape("MD5=", 32, true),
            "sha1", new Shape("SHA1=", 40, true),
            "sha256", new Shape("SHA256=", 64, true),
            // As long as an MD5: bare, the two could not be told apart, and a bare hash is a file's.
            "Imphash", new Shape("IMPHASH=", 32, false));
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");

    private Hashes() {}

    /** Whether a column holds several hash fields. */
    static boolean isShared(String column) {
        return column.endsWith("_hash");
    }

    /** The patterns, any of which the column must fit; empty if that cannot be said without doubt. */
    static Optional<List<TextPattern>> patterns(String field, TextPattern wanted) {
        Shape shape = SHAPES.get(field);
        return wanted.exact()
                .filter(hash -> shape != null
                        && hash.length() == shape.length()
                        && HEX.matcher(hash).matches())
                .map(hash -> shape.bare()
                        ? List.of(TextPattern.exactly(hash), TextPattern.containing(shape.label() + hash))
                        : List.of(TextPattern.containing(shape.label() + hash)));
    }

    /** The label under which a field's hash stands in a shared column, for example {@code MD5=}. */
    static String label(String field) {
        return SHAPES.get(field).label();
    }
}
