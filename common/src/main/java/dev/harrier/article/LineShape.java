package dev.harrier.article;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a line of a text looks like by itself: a heading, an item, a row of a table, a mark of AsciiDoc. Immutable. */
final class LineShape {
    private static final int LONGEST = 300;
    private static final Pattern DELIMITERS =
            Pattern.compile("\\|?\\s*:?-{3,}:?\\s*(?:\\|\\s*:?-{3,}:?\\s*){1,63}\\|?\\s*");
    private static final Pattern ATTRIBUTE =
            Pattern.compile(":!?[a-z][\\w-]{0,40}!?:(?:\\s.*)?|include::\\S+\\[[^\\]]*]"
                    + "|\\[(?:source|listing|cols|options|%|role|quote|verse|discrete|horizontal|abstract|width|subs|start|NOTE|TIP|WARNING|IMPORTANT|CAUTION)"
                    + "\\b?[^\\]]*]");
    private static final Pattern TABLE_FENCE = Pattern.compile("[|,:!]={3,}");
    private static final List<String> PLAIN_HEADINGS = List.of(
            "indicators of compromise",
            "indicators of compromise (iocs)",
            "iocs",
            "ioc",
            "indicators",
            "network indicators",
            "references",
            "conclusion",
            "summary",
            "mitre att&ck",
            "mitre att&ck techniques",
            "appendix",
            "introduction",
            "mitigations",
            "recommendations",
            "detection",
            "overview",
            "background",
            "file hashes",
            "hashes",
            "about");

    private final String text;

    LineShape(String text) {
        this.text = text;
    }

    /** The marks that open a fenced block and close it again, for example {@code ~~~~}; empty when the line is none. */
    String fence(int first, int end) {
        char c = text.charAt(first);
        int i = first;
        while ((c == '`' || c == '~') && i < end && text.charAt(i) == c) {
            i++;
        }
        boolean inline = c == '`' && i < end && text.substring(i, end).indexOf('`') >= 0;
        return i - first < 3 || inline ? "" : text.substring(first, Math.min(i, first + LONGEST));
    }

    /** Whether a line closes the block that the fence opened: the same mark at least as often, and nothing behind it. */
    boolean closes(String fence, int first, int end) {
        if (!text.startsWith(fence, first)) {
            return false;
        }
        int i = first;
        while (i < first + fence.length() || (i < end && text.charAt(i) == fence.charAt(0))) {
            i++;
        }
        return text.substring(i, end).isBlank();
    }

    boolean tableFence(String line) {
        return TABLE_FENCE.matcher(line).matches();
    }

    /** The row of dashes below the head of a table whose rows need no bar at their start. */
    boolean delimiters(int first, int end) {
        char c = text.charAt(first);
        boolean may = c == '-' || c == ':' || c == '|';
        return may
                && end - first <= LONGEST
                && DELIMITERS.matcher(text.substring(first, end)).matches();
    }

    /** A row of equals signs or dashes, three at least. */
    boolean underline(int first, int end) {
        char c = text.charAt(first);
        int i = first;
        while (i < end && text.charAt(i) == c) {
            i++;
        }
        return (c == '=' || c == '-')
                && i - first >= 3
                && text.substring(i, end).isBlank();
    }

    /** A line of AsciiDoc that speaks to its processor and not to a reader. */
    boolean attribute(int first, int end) {
        char c = text.charAt(first);
        boolean may = c == ':' || c == '[' || c == 'i';
        return may
                && end - first <= LONGEST
                && ATTRIBUTE.matcher(text.substring(first, end).strip()).matches();
    }

    /** A line that AsciiDoc's readers don't see: {@code // words}; only where the text is known to be AsciiDoc. */
    boolean comment(int first, int end) {
        boolean marked = text.startsWith("//", first);
        return marked && (first + 2 >= end || text.charAt(first + 2) == ' ' || text.startsWith("////", first));
    }

    /** Whether a line starts with the mark of a list's item. */
    boolean item(int first, int end) {
        char c = text.charAt(first);
        char next = first + 1 < end ? text.charAt(first + 1) : ' ';
        boolean bullet = c == '-' || c == '*' || c == '+' || c == '\u2022';
        return (bullet && (next == ' ' || next == '\t')) || numbered(first, end);
    }

    boolean heading(int first, int end, char mark) {
        int i = first;
        while (i < end && text.charAt(i) == mark) {
            i++;
        }
        return i - first <= 6 && i < end && text.charAt(i) == ' ';
    }

    boolean numbered(int first, int end) {
        int i = first;
        while (i < end && i < first + 3 && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i > first
                && i + 1 < end
                && (text.charAt(i) == '.' || text.charAt(i) == ')')
                && text.charAt(i + 1) == ' ';
    }

    /** A heading without marks: a short line of its own that says what articles' sections are called. */
    boolean plainHeading(int first, int end) {
        if (end - first > 60) {
            return false;
        }
        String line =
                text.substring(first, end).strip().toLowerCase(Locale.ROOT).replaceAll("[:*_.]+$|^[*_]+", "");
        return PLAIN_HEADINGS.contains(line);
    }
}
