package dev.harrier.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts text into blocks by its lines. Knows Markdown and AsciiDoc well enough for that: fences, headings, lists, tables, quotes,
 * front matter, bylines. Plain text is Markdown with few marks. The text itself is never changed.
 */
final class MarkdownReader {
    private static final int BYLINES = 40;
    private static final int PARAGRAPH = 250;
    private static final int LISTING = 20_000;

    private final String text;
    private final List<Block> blocks = new ArrayList<>();
    private final Facts facts = new Facts();
    private final Bylines bylines = new Bylines(facts);
    private boolean bylinesOver;
    private int nextDashes = -1;
    private int nextDots = -1;
    private String fence = "";
    private int open = -1;
    private int openEnd;
    private Block.Kind openKind = Block.Kind.PROSE;
    private int lines;

    private MarkdownReader(String text) {
        this.text = text;
    }

    static Article read(String id, String text) {
        MarkdownReader reader = new MarkdownReader(text);
        reader.lines(reader.frontMatter());
        Headline.of(text, reader.blocks).ifPresent(reader.facts::title);
        return reader.facts.article(id, text, reader.blocks);
    }

    /** Blocks of a part of a text, for a reader that knows where the article stands in it. */
    static List<Block> blocks(String text, int from, int to) {
        MarkdownReader reader = new MarkdownReader(text.substring(0, to));
        reader.lines(from);
        return reader.blocks;
    }

    /** YAML between rows of dashes, TOML between rows of pluses. */
    private int frontMatter() {
        String mark = text.substring(0, Math.min(3, text.length()));
        boolean opens =
                (mark.equals("---") || mark.equals("+++")) && (text.startsWith("\n", 3) || text.startsWith("\r\n", 3));
        int close = opens ? text.indexOf("\n" + mark, 3) : -1;
        if (close < 0 || close > 8192) {
            return 0;
        }
        text.substring(Math.min(4, close), close).lines().forEach(line -> pair(line, mark.equals("---") ? ':' : '='));
        int end = Math.min(text.length(), close + 4);
        blocks.add(new Block(Block.Kind.BOILERPLATE, 0, end));
        return end;
    }

    private void pair(String line, char sign) {
        int at = line.indexOf(sign);
        if (at > 0 && !Character.isWhitespace(line.charAt(0))) {
            String value = line.substring(at + 1).strip();
            facts.named(line.substring(0, at), value.replaceAll("^([\"'])(.*)\\1$", "$2"));
        }
    }

    private void lines(int from) {
        int start = from;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            line(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
            start = end + 1;
        }
        close();
    }

    private void line(int start, int end) {
        int first = start;
        while (first < end && text.charAt(first) <= ' ') {
            first++;
        }
        lines++;
        if (!fence.isEmpty()) {
            fenced(start, first, end);
        } else if (first == end) {
            close();
        } else {
            plain(start, first, end);
        }
    }

    private void fenced(int start, int first, int end) {
        if (text.startsWith(fence, first)) {
            fence = "";
            close();
        } else {
            extend(fenceKind(), start, end);
        }
    }

    private Block.Kind fenceKind() {
        return openKind;
    }

    private void plain(int start, int first, int end) {
        String mark = fenceAt(first, end);
        if (!mark.isEmpty()) {
            close();
            fence = mark;
            openKind = mark.equals("|===") ? Block.Kind.TABLE : Block.Kind.CODE;
            return;
        }
        if (lines <= BYLINES && byline(start, first, end)) {
            close();
            blocks.add(new Block(Block.Kind.BOILERPLATE, first, end));
            return;
        }
        Block.Kind kind = kindOf(start, first, end);
        if (kind == Block.Kind.HEADING) {
            close();
            blocks.add(new Block(kind, first, end));
        } else {
            extend(kind, first, end);
        }
    }

    private String fenceAt(int first, int end) {
        if (text.startsWith("```", first) || text.startsWith("~~~", first)) {
            return text.substring(first, first + 3);
        }
        String line = end - first < 80 ? text.substring(first, end).strip() : "";
        boolean listing = line.equals("----") || line.equals("-----") || line.equals("....");
        return (listing && asciiDocListing(end)) || line.equals("|===") ? line : "";
    }

    /** A row of dashes opens an AsciiDoc listing only where another one closes it. */
    private boolean asciiDocListing(int end) {
        int from = Math.max(0, Math.min(text.length(), end + 1) - 1);
        nextDashes = next("\n----", nextDashes, from);
        nextDots = next("\n....", nextDots, from);
        boolean dashes = nextDashes - end < LISTING && !looksLikeTitle(end);
        return dashes || nextDots - end < LISTING;
    }

    /** Where a row stands next: found once and kept until it is passed, so that many rows cost no more than the text's length. */
    private int next(String row, int kept, int from) {
        if (kept >= from) {
            return kept;
        }
        int found = text.indexOf(row, from);
        return found < 0 ? Integer.MAX_VALUE : found;
    }

    /** Whether the row of dashes underlines a title (Markdown's second-rank heading): a line of text stands right above. */
    private boolean looksLikeTitle(int end) {
        return open >= 0 && openEnd < end;
    }

    /** A byline stands above the first paragraph. */
    private boolean byline(int start, int first, int end) {
        bylinesOver |= end - first > PARAGRAPH || first - start >= 4;
        return !bylinesOver && bylines.read(text.substring(first, end).stripTrailing());
    }

    private Block.Kind kindOf(int start, int first, int end) {
        char c = text.charAt(first);
        char next = first + 1 < end ? text.charAt(first + 1) : ' ';
        if ((c == '#' && heading(first, end, '#')) || (c == '=' && heading(first, end, '='))) {
            return Block.Kind.HEADING;
        }
        if (c == '|' || (c == '+' && next == '-')) {
            return Block.Kind.TABLE;
        }
        if (c == '>' && (next == ' ' || next == '>')) {
            return Block.Kind.QUOTE;
        }
        if (((c == '-' || c == '*' || c == '+' || c == '\u2022') && (next == ' ' || next == '\t'))
                || numbered(first, end)) {
            return Block.Kind.LIST;
        }
        if (open < 0 && (first - start >= 4 || (start < first && text.charAt(start) == '\t'))) {
            return Block.Kind.CODE;
        }
        if (open >= 0 && (openKind == Block.Kind.LIST || (openKind == Block.Kind.CODE && first > start))) {
            return openKind;
        }
        return plainHeading(first, end) ? Block.Kind.HEADING : Block.Kind.PROSE;
    }

    private boolean heading(int first, int end, char mark) {
        int i = first;
        while (i < end && text.charAt(i) == mark) {
            i++;
        }
        return i - first <= 6 && i < end && text.charAt(i) == ' ';
    }

    private boolean numbered(int first, int end) {
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
    private boolean plainHeading(int first, int end) {
        if (open >= 0 || end - first > 60) {
            return false;
        }
        String line =
                text.substring(first, end).strip().toLowerCase(Locale.ROOT).replaceAll("[:*_.]+$|^[*_]+", "");
        return PLAIN_HEADINGS.contains(line);
    }

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

    private void extend(Block.Kind kind, int start, int end) {
        if (open >= 0 && openKind != kind) {
            close();
        }
        if (open < 0) {
            open = start;
            openKind = kind;
        }
        openEnd = end;
    }

    private void close() {
        if (open >= 0 && openEnd > open) {
            blocks.add(new Block(openKind, open, openEnd));
        }
        open = -1;
    }
}
