package dev.harrier.evidence;

import java.util.List;
import java.util.stream.IntStream;

/** Looks for many phrases in one pass over a text: most characters begin none of them. Immutable. */
final class Phrases {
    private static final String[] NONE = {};

    private final String[][] byFirst = new String[128][];

    /** @param phrases not empty, each beginning with an ASCII character */
    Phrases(List<String> phrases) {
        IntStream.range(0, byFirst.length)
                .forEach(first -> byFirst[first] = phrases.stream()
                        .filter(phrase -> phrase.charAt(0) == first)
                        .toArray(count -> count == 0 ? NONE : new String[count]));
    }

    /** Whether one of them stands in the text, letter by letter. */
    boolean anyIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < byFirst.length && anyAt(text, i, byFirst[c])) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyAt(String text, int at, String[] phrases) {
        for (String phrase : phrases) {
            if (text.startsWith(phrase, at)) {
                return true;
            }
        }
        return false;
    }
}
