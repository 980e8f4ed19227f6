package dev.harrier.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Writes the readable text of a page and the blocks it falls into. Table rows become lines with a tab between cells; code keeps its
 * line breaks. Walks without recursion, so that deep nesting costs no stack.
 */
final class BlockWriter implements NodeVisitor {
    private static final Set<String> BREAKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "ul",
            "ol",
            "dl",
            "dd",
            "dt",
            "figure",
            "figcaption",
            "body",
            "details",
            "summary",
            "hr",
            "header",
            "address",
            "center",
            "td",
            "th");

    private final StringBuilder out = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private Block.Kind kind = Block.Kind.PROSE;
    private boolean owned;
    private int ownerDepth;
    private int start;

    void write(Element root) {
        NodeTraversor.traverse(this, root);
        close();
    }

    String text() {
        return out.toString();
    }

    List<Block> blocks() {
        return blocks;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words);
        } else if (node instanceof Element element) {
            open(element, depth);
        }
    }

    private void append(TextNode words) {
        if (kind == Block.Kind.CODE) {
            out.append(words.getWholeText());
            return;
        }
        String text = words.text();
        boolean glue = out.length() == start || Character.isWhitespace(out.charAt(out.length() - 1));
        out.append(glue ? text.stripLeading() : text);
    }

    private void open(Element element, int depth) {
        String name = element.normalName();
        if (!owned) {
            Block.Kind opened = kindOf(name);
            if (opened != null) {
                close();
                owned = true;
                ownerDepth = depth;
                kind = opened;
            } else if (BREAKS.contains(name)) {
                close();
            }
        } else if (name.equals("li") || name.equals("tr") || name.equals("p")) {
            newLine();
        }
        if (name.equals("br")) {
            out.append('\n');
        }
    }

    private static Block.Kind kindOf(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Block.Kind.HEADING;
            case "pre" -> Block.Kind.CODE;
            case "table" -> Block.Kind.TABLE;
            case "ul", "ol", "dl" -> Block.Kind.LIST;
            case "blockquote" -> Block.Kind.QUOTE;
            default -> null;
        };
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String name = element.normalName();
        if (owned && depth == ownerDepth) {
            close();
            owned = false;
            kind = Block.Kind.PROSE;
        } else if (owned && (name.equals("td") || name.equals("th"))) {
            out.append('\t');
        } else if (!owned && BREAKS.contains(name)) {
            close();
        }
    }

    private void newLine() {
        while (out.length() > start && (out.charAt(out.length() - 1) == '\t' || out.charAt(out.length() - 1) == ' ')) {
            out.setLength(out.length() - 1);
        }
        if (out.length() > start && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }

    private void close() {
        int end = out.length();
        while (end > start && Character.isWhitespace(out.charAt(end - 1))) {
            end--;
        }
        out.setLength(end);
        if (end > start) {
            blocks.add(new Block(kind, start, end));
            out.append("\n\n");
        }
        start = out.length();
    }
}
