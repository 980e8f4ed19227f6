package dev.harrier.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into blocks by its lines. Knows Markdown and AsciiDoc well enough for that: fences, headings, lists, tables, quotes,
 * front matter, bylines. Plain text is Markdown with few marks. The text itself is never changed.
 */
final class MarkdownReader {
    private static final int BYLINES = 40;
    private static final int PARAGRAPH = 250;
    private static final int LISTING = 20_000;
    private static final int TITLE = 200;
    private static final String COMMENT = "-->";

    private final String text;
    private final LineShape shape;
    private final List<Block> blocks = new ArrayList<>();
    private final Facts facts = new Facts();
    private final Bylines bylines = new Bylines(facts);
    private boolean bylinesOver;
    private boolean asciiDoc;
    private int nextDashes = -1;
    private int nextDots = -1;
    private int nextComment = -1;
    private String fence = "";
    private int open = -1;
    private int openEnd;
    private Block.Kind openKind = Block.Kind.PROSE;
    private int lines;

    private MarkdownReader(String text) {
        this.text = text;
        this.shape = new LineShape(text);
    }

    static Article read(String id, String text) {
        MarkdownReader reader = new MarkdownReader(text);
        int end = FrontMatter.read(text, reader.facts);
        if (end > 0) {
            reader.blocks.add(new Block(Block.Kind.BOILERPLATE, 0, end));
        }
        reader.lines(end);
        Headline.of(text, reader.blocks).ifPresent(reader.facts::title);
        return reader.facts.article(id, text, reader.blocks);
    }

    /** Blocks of a part of a text, for a reader that knows where the article stands in it. */
    static List<Block> blocks(String text, int from, int to) {
        MarkdownReader reader = new MarkdownReader(text.substring(0, to));
        reader.lines(from);
        return reader.blocks;
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
        boolean comment = fence.equals(COMMENT);
        if (comment) {
            extend(openKind, start, end);
        }
        if (comment ? text.substring(first, end).contains(COMMENT) : shape.closes(fence, first, end)) {
            fence = "";
            close();
        } else if (!comment) {
            extend(openKind, start, end);
        }
    }

    private void plain(int start, int first, int end) {
        String mark = fenceAt(first, end);
        if (!mark.isEmpty()) {
            close();
            fence = mark;
            openKind = shape.tableFence(mark) ? Block.Kind.TABLE : Block.Kind.CODE;
            return;
        }
        if (comment(start, first, end) || underlined(first, end)) {
            return;
        }
        boolean attribute = shape.attribute(first, end);
        asciiDoc |= attribute;
        if (attribute || (asciiDoc && shape.comment(first, end))) {
            close();
            blocks.add(new Block(Block.Kind.BOILERPLATE, first, end));
            return;
        }
        if (lines <= BYLINES && byline(start, first, end)) {
            close();
            blocks.add(new Block(Block.Kind.BOILERPLATE, first, end));
            return;
        }
        Block.Kind kind = kindOf(start, first, end);
        if (kind == Block.Kind.HEADING) {
            asciiDoc |= text.charAt(first) == '=';
            close();
            blocks.add(new Block(kind, first, end));
        } else {
            extend(kind, first, end);
        }
    }

    /** An HTML comment that is closed somewhere: no reader sees it. */
    private boolean comment(int start, int first, int end) {
        if (!text.startsWith("<!--", first)) {
            return false;
        }
        nextComment = next(COMMENT, nextComment, first);
        if (nextComment == Integer.MAX_VALUE) {
            return false;
        }
        close();
        openKind = Block.Kind.BOILERPLATE;
        fence = COMMENT;
        fenced(start, first, end);
        return true;
    }

    /** A row of marks below a single line makes that line a heading, or the head of a table. */
    private boolean underlined(int first, int end) {
        boolean single = open >= 0
                && openKind == Block.Kind.PROSE
                && openEnd - open <= TITLE
                && text.indexOf('\n', open) >= openEnd;
        if (single && shape.underline(first, end)) {
            openKind = Block.Kind.HEADING;
            close();
            return true;
        }
        if (single
                && shape.delimiters(first, end)
                && text.substring(open, openEnd).indexOf('|') >= 0) {
            openKind = Block.Kind.TABLE;
            openEnd = end;
            return true;
        }
        return false;
    }

    private String fenceAt(int first, int end) {
        String mark = shape.fence(first, end);
        if (!mark.isEmpty()) {
            return mark;
        }
        String line = end - first < 80 ? text.substring(first, end).strip() : "";
        boolean listing = line.equals("----") || line.equals("-----") || line.equals("....");
        return (listing && asciiDocListing(end)) || shape.tableFence(line) ? line : "";
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
        if ((c == '#' || c == '=') && shape.heading(first, end, c)) {
            return Block.Kind.HEADING;
        }
        if (c == '|' || (c == '+' && next == '-')) {
            return Block.Kind.TABLE;
        }
        if (c == '>' && (next == ' ' || next == '>')) {
            return Block.Kind.QUOTE;
        }
        if (shape.item(first, end)) {
            return Block.Kind.LIST;
        }
        if (open < 0 && (first - start >= 4 || (start < first && text.charAt(start) == '\t'))) {
            return Block.Kind.CODE;
        }
        if (open >= 0
                && openKind == Block.Kind.TABLE
                && text.substring(first, end).indexOf('|') >= 0) {
            return openKind;
        }
        if (open >= 0 && (openKind == Block.Kind.LIST || (openKind == Block.Kind.CODE && first > start))) {
            return openKind;
        }
        return open < 0 && shape.plainHeading(first, end) ? Block.Kind.HEADING : Block.Kind.PROSE;
    }

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
