package dev.harrier.splunk.dialect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where the lines of a text begin, so that many places in it are found quickly. */
final class Lines {
    private final int length;
    private final List<Integer> starts = new ArrayList<>(List.of(0));

    Lines(String text) {
        length = text.length();
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
    }

    Place place(int offset) {
        int at = Math.min(offset, length);
        int found = Collections.binarySearch(starts, at);
        int line = found >= 0 ? found : -found - 2;
        return new Place(line + 1, at - starts.get(line) + 1);
    }
}
