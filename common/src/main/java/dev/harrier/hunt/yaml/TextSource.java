package dev.harrier.hunt.yaml;

/** Where the characters of one YAML text were written. Immutable. */
public final class TextSource {
    private final LineIndex lines;
    private final LineIndex valueLines;
    private final int[] offsets;

    TextSource(LineIndex lines, String value, int[] offsets) {
        this.lines = lines;
        this.valueLines = new LineIndex(value);
        this.offsets = offsets;
    }

    /** The place of a line and column of the value. */
    YamlMark at(int line, int column) {
        return at(valueLines.start(line) + column - 1);
    }

    /** Offsets below the first or above the last mean these. */
    YamlMark at(int offset) {
        return lines.mark(offsets[Math.max(0, Math.min(offset, offsets.length - 1))]);
    }
}
