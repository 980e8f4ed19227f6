package dev.harrier.assess;

import dev.harrier.article.Block;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells headings from sentences: those that are marked up, and lines of their own that are written as titles. */
final class Headings {
    private static final int LONGEST = 90;
    private static final double MOSTLY = 0.75;
    private static final Pattern MARKED =
            Pattern.compile("^\\s{0,3}(?:#{1,6}|={1,6})\\s+(.{1,100})$", Pattern.MULTILINE);
    private static final Pattern MARK = Pattern.compile("\\s{0,3}(?:#{1,6}|={1,6})\\s+(?=\\S)");
    private static final Pattern LONG_WORD = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}{4,}");

    private Headings() {}

    /** The words of a heading, if this is one. */
    static Optional<String> of(String text, int start, String sentence, Block.Kind kind) {
        if (kind == Block.Kind.HEADING) {
            return Optional.of(sentence);
        }
        Matcher marked = MARKED.matcher(sentence);
        if (marked.find()) {
            return Optional.of(marked.group(1));
        }
        boolean title = kind == Block.Kind.PROSE && isLine(text, start, sentence) && isTitle(sentence);
        return title ? Optional.of(sentence) : Optional.empty();
    }

    /** How many characters of a marked heading come before its words, so that quotes leave them out. */
    static int mark(String sentence) {
        Matcher mark = MARK.matcher(sentence);
        return mark.lookingAt() ? mark.end() : 0;
    }

    private static boolean isLine(String text, int start, String sentence) {
        int end = start + sentence.length();
        return (start == 0 || text.charAt(start - 1) == '\n') && (end == text.length() || text.charAt(end) == '\n');
    }

    /** A line without a full stop, whose words of weight start with capitals. */
    private static boolean isTitle(String line) {
        if (line.length() > LONGEST || ".!:;,".indexOf(line.charAt(line.length() - 1)) >= 0) {
            return false;
        }
        long words = LONG_WORD.matcher(line).results().count();
        long capitals = LONG_WORD
                .matcher(line)
                .results()
                .filter(word -> Character.isUpperCase(word.group().charAt(0)))
                .count();
        return words > 0 && capitals >= MOSTLY * words;
    }
}
