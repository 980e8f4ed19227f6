package dev.harrier.hunt.yaml;

/**
 * A place in a YAML text.
 *
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 */
public record YamlMark(int line, int column) {
    /** The beginning of a text. */
    public static final YamlMark START = new YamlMark(1, 1);
}
