package dev.harrier.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Labelled phrases that are found as whole words only, whatever their case: {@code rce} is not in "source". Thread-safe. All
 * repetitions in the patterns are bounded, so that no text can make a search slow.
 */
final class PhraseBook {
    private static final String START = "(?<![\\p{L}\\p{N}_])";
    private static final String END = "(?![\\p{L}\\p{N}_])";

    private final List<Phrase> phrases;
    private final Pattern any;

    /** Where a labelled phrase stands in the searched text. */
    record Hit(String label, int start, int end) {}

    private record Phrase(String label, Pattern pattern) {}

    /** Of a table's rows, those with a pattern: labels in one column, patterns in another. */
    PhraseBook(List<String[]> rows, int label, int pattern) {
        List<String[]> usable =
                rows.stream().filter(row -> !row[pattern].isBlank()).toList();
        phrases = usable.stream()
                .map(row -> new Phrase(row[label], compiled("(?:" + row[pattern] + ")" + END)))
                .toList();
        any = compiled(START
                + usable.stream().map(row -> "(?:" + row[pattern] + ")").collect(Collectors.joining("|", "(?:", ")"))
                + END);
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /** Every hit in a text, in text order; one word may start several. */
    List<Hit> in(String text) {
        List<Hit> hits = new ArrayList<>();
        Matcher candidate = any.matcher(text);
        int from = 0;
        while (from <= text.length() && candidate.find(from)) {
            addHitsAt(candidate.start(), text, hits);
            from = candidate.start() + 1;
        }
        return hits;
    }

    private void addHitsAt(int start, String text, List<Hit> hits) {
        for (Phrase phrase : phrases) {
            Matcher matcher = phrase.pattern().matcher(text);
            matcher.region(start, text.length()).useTransparentBounds(true);
            if (matcher.lookingAt() && matcher.end() > start) {
                hits.add(new Hit(phrase.label(), start, matcher.end()));
            }
        }
    }
}
