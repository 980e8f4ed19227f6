package dev.harrier.report;

import dev.harrier.evidence.Quote;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Encodes hostile text for Markdown (CommonMark): it never becomes markup, a link, an image or HTML. */
public final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()<>#+!|~&\"']|(?<=\\d)\\.(?=\\s)|^[-=]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n\\t]]");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} ");
    private static final Pattern STRONG = Pattern.compile("\\*\\*(\\S[^*]{0,200}?)(?<=\\S)\\*\\*");
    private static final Pattern CODE = Pattern.compile("`([^`]{1,200})`");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]{1,200})]\\(https?://[^)\\s]{1,400}\\)");
    private static final int LONGEST_QUOTE = 300;
    private static final int LONGEST_MARKED = 1_000;

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

    /** Words of the article in quotation marks, without the marks of its own Markdown, cut at a word if they are long. */
    static String quote(Quote quote) {
        return quote(quote, LONGEST_QUOTE);
    }

    /** The same, at most so many characters of them. */
    static String quote(Quote quote, int longest) {
        String all = quote.text();
        String words = unmarked(oneLine(all.substring(0, Math.min(all.length(), LONGEST_MARKED))));
        boolean whole = all.length() <= LONGEST_MARKED && words.length() <= longest;
        return "“" + text(whole ? words : shortened(words + " ", longest)) + "”";
    }

    /** Text as it is, or its first words and an ellipsis. */
    static String shortened(String words, int longest) {
        if (words.length() <= longest) {
            return words;
        }
        int blank = words.lastIndexOf(' ', longest);
        return words.substring(0, blank > longest / 2 ? blank : longest) + " …";
    }

    private static String unmarked(String words) {
        String plain = LINK.matcher(HEADING.matcher(words).replaceFirst("")).replaceAll("$1");
        return CODE.matcher(STRONG.matcher(plain).replaceAll("$1")).replaceAll("$1");
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
