package dev.harrier.hunt.yaml;

import java.util.Arrays;

/** Finds the line of an offset. */
final class LineIndex {
    private final int[] starts;

    LineIndex(String text) {
        int[] found = new int[16];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = i + 1;
        }
        starts = Arrays.copyOf(found, count);
    }

    /** Where a line (1-based) begins; lines that aren't there mean the nearest that is. */
    int start(int line) {
        return starts[Math.max(0, Math.min(line - 1, starts.length - 1))];
    }

    YamlMark mark(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new YamlMark(line + 1, offset - starts[line] + 1);
    }
}
