package dev.harrier.report;

import dev.harrier.evidence.Quote;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Encodes hostile text for Markdown (CommonMark): it never becomes markup, a link, an image or HTML. */
public final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()<>#+!|~&\"']|(?<=\\d)\\.(?=\\s)|^[-=]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n\\t]]");
    private static final int LONGEST_QUOTE = 300;

    private Markdown() {}

    /** Text on one line. */
    public static String text(String hostile) {
        String line = oneLine(hostile);
        String escaped = SPECIAL.matcher(line).replaceAll(match -> "\\\\" + Matcher.quoteReplacement(match.group()));
        return escaped.replace("://", ":&#47;&#47;").replace("www.", "www&#46;").replace("@", "&#64;");
    }

    /** A code span. */
    public static String code(String hostile) {
        String line = oneLine(hostile);
        String fence = "`".repeat(longestRun(line) + 1);
        String pad = line.startsWith("`") || line.endsWith("`") || line.isBlank() ? " " : "";
        return fence + pad + line + pad + fence;
    }

    /** A fenced block; {@code language} is ours. */
    public static String block(String language, String hostile) {
        String fence = "`".repeat(Math.max(3, longestRun(hostile) + 1));
        return fence + language + "\n"
                + UNSEEN.matcher(hostile).replaceAll("\uFFFD").strip() + "\n" + fence;
    }

    /** Words of the article in quotation marks, cut if they are long. */
    static String quote(Quote quote) {
        String words = oneLine(quote.text());
        return "“" + text(words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE) + "…") + "”";
    }

    private static String oneLine(String hostile) {
        return UNSEEN.matcher(hostile).replaceAll("").replaceAll("\\s+", " ").strip();
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
