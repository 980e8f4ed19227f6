package dev.harrier.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labelled phrases that are found as whole words only, whatever their case: {@code rce} is not in "source". Thread-safe. All
 * repetitions in the patterns are bounded, so that no text can make a search slow.
 */
final class PhraseBook {
    private static final String END = "(?![\\p{L}\\p{N}_])";

    private final List<Phrase> phrases;
    /** By the two or three characters (ASCII only, so that the map stays small) that a word starts with: what may match there. */
    private final Map<String, List<Phrase>> byStart = new ConcurrentHashMap<>();

    /** Where a labelled phrase stands in the searched text. */
    record Hit(String label, int start, int end) {}

    private record Phrase(String label, Pattern pattern) {
        /** A matcher that wanted to read on has not ruled the phrase out. */
        boolean mayStartWith(String start) {
            Matcher matcher = pattern.matcher(start);
            return matcher.lookingAt() || matcher.hitEnd();
        }
    }

    /** Of a table's rows, those with a pattern: labels in one column, patterns in another. */
    PhraseBook(List<String[]> rows, int label, int pattern) {
        phrases = rows.stream()
                .filter(row -> !row[pattern].isBlank())
                .map(row -> new Phrase(row[label], compiled(row[pattern])))
                .toList();
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile("(?:" + pattern + ")" + END, Pattern.CASE_INSENSITIVE);
    }

    /** Every hit in a text, in text order; one word may start several. */
    List<Hit> in(String text) {
        List<Hit> hits = new ArrayList<>();
        for (int start = 0; start < text.length(); start++) {
            if (isWord(text.charAt(start)) && (start == 0 || !isWord(text.charAt(start - 1)))) {
                addHitsAt(start, text, hits);
            }
        }
        return hits;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void addHitsAt(int start, String text, List<Hit> hits) {
        for (Phrase phrase : candidates(text, start)) {
            Matcher matcher = phrase.pattern().matcher(text);
            matcher.region(start, text.length()).useTransparentBounds(true);
            if (matcher.lookingAt() && matcher.end() > start) {
                hits.add(new Hit(phrase.label(), start, matcher.end()));
            }
        }
    }

    private List<Phrase> candidates(String text, int start) {
        if (!isAscii(text, start) || !isAscii(text, start + 1)) {
            return phrases;
        }
        List<Phrase> two = startingLike(text.substring(start, start + 2), phrases);
        return two.isEmpty() || !isAscii(text, start + 2) ? two : startingLike(text.substring(start, start + 3), two);
    }

    private static boolean isAscii(String text, int at) {
        return at < text.length() && text.charAt(at) < 128;
    }

    private List<Phrase> startingLike(String start, List<Phrase> among) {
        List<Phrase> known = byStart.get(start);
        return known != null
                ? known
                : byStart.computeIfAbsent(
                        start,
                        key -> among.stream().filter(p -> p.mayStartWith(key)).toList());
    }
}
