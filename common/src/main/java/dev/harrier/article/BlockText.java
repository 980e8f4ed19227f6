package dev.harrier.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.TextNode;

/** The text of a page as it grows, and its blocks, an empty line between them. Used by one thread. */
final class BlockText {
    private static final Pattern AFTERWORD = Pattern.compile(
            "(?:related|recent|popular|latest|more|other|similar|recommended|featured|trending) (?:posts?|articles?|stories|news|reading|blogs?|content)"
                    + "|(?:you (?:may|might) (?:also )?(?:like|be interested in)|read (?:next|more|also)|more from .{1,60}|keep reading|up next"
                    + "|recommended for you|share (?:this|on|the) .{1,40}|share|tags|categories|leave a (?:reply|comment)|post a comment|join the (?:discussion|conversation)"
                    + "|(?:\\d{1,5} )?comments?(?: \\(\\d{1,5}\\))?|subscribe.{0,60}|newsletter|about the authors?|follow us.{0,40})");
    private static final int LINE = 160;

    private final StringBuilder out = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private Block.Kind kind = Block.Kind.PROSE;
    private int start;
    private int breaks;
    private int rank;
    private int afterwordRank;

    String text() {
        int end = blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end();
        return out.substring(0, end);
    }

    List<Block> blocks() {
        return blocks;
    }

    int length() {
        return out.length();
    }

    String since(int offset) {
        return out.substring(Math.min(offset, out.length())).strip();
    }

    void words(TextNode node, boolean whole) {
        if (whole) {
            out.append(node.getWholeText());
            return;
        }
        String text = node.text();
        boolean glue = out.length() == start || Character.isWhitespace(out.charAt(out.length() - 1));
        out.append(glue ? text.stripLeading() : text);
    }

    /** Opens a block; {@code newRank} is a heading's, 1 to 6, else 0. */
    void open(Block.Kind opened, int newRank) {
        close();
        kind = opened;
        rank = newRank;
    }

    /** Goes on with the kind that was open around the block that has just closed. */
    void resume(Block.Kind around) {
        kind = around;
        rank = 0;
    }

    /** A {@code br}; two of them end a paragraph. */
    void lineBreak() {
        boolean second = breaks > 0 && out.length() > start && out.charAt(out.length() - 1) == '\n';
        if (second && kind == Block.Kind.PROSE) {
            close();
        } else {
            trimBlanks();
            out.append('\n');
            breaks++;
        }
    }

    void newLine() {
        trimBlanks();
        codeLine();
    }

    /** Ends a line unless it is empty; its blanks stay. */
    void codeLine() {
        if (out.length() > start && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }

    private void trimBlanks() {
        int end = out.length();
        while (end > start && (out.charAt(end - 1) == '\t' || out.charAt(end - 1) == ' ')) {
            end--;
        }
        out.setLength(end);
    }

    /** Between a term and its definition. */
    void tab() {
        trimBlanks();
        out.append('\t');
    }

    void cell(String cells) {
        if (!cells.isEmpty() && out.length() > start && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        out.append(cells);
    }

    void close() {
        int end = out.length();
        while (end > start && Character.isWhitespace(out.charAt(end - 1))) {
            end--;
        }
        out.setLength(end);
        int from = firstWord(end);
        if (end > from) {
            blocks.add(new Block(finalKind(from, end), from, end));
            out.append("\n\n");
        } else {
            out.setLength(start);
        }
        start = out.length();
        breaks = 0;
    }

    /** Code keeps the indent of its first line. */
    private int firstWord(int end) {
        int from = start;
        for (int i = start; i < end && Character.isWhitespace(out.charAt(i)); i++) {
            from = kind != Block.Kind.CODE || out.charAt(i) == '\n' ? i + 1 : from;
        }
        return from;
    }

    private Block.Kind finalKind(int from, int end) {
        if (kind == Block.Kind.HEADING) {
            heading(out.substring(from, end));
        }
        if (afterwordRank > 0) {
            return Block.Kind.BOILERPLATE;
        }
        return kind == Block.Kind.PROSE && breaks > 1 && isList(from, end) ? Block.Kind.LIST : kind;
    }

    /** What follows such a heading, up to the next one of its rank, is the publisher's and not the article's. */
    private void heading(String words) {
        if (afterwordRank == 0 || rank <= afterwordRank) {
            String plain = words.strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[\\s\\u00a0]+", " ")
                    .replaceAll("[:!.…]+$", "");
            afterwordRank = plain.length() < 100 && AFTERWORD.matcher(plain).matches() ? rank : 0;
        }
    }

    /** Lines between breaks, most of them one word each, are a list that nobody marked as one. */
    private boolean isList(int from, int end) {
        List<String> lines = out.substring(from, end).lines().toList();
        int single = 0;
        for (String line : lines) {
            if (line.length() > LINE) {
                return false;
            }
            single += line.strip().indexOf(' ') < 0 ? 1 : 0;
        }
        return single * 2 > lines.size();
    }
}
