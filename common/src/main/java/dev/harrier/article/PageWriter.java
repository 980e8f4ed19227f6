package dev.harrier.article;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Writes the readable text of a page and the blocks it falls into. Table rows become lines with a tab between cells, a definition
 * stands on its term's line, code keeps its line breaks. Walks without recursion, so that deep nesting costs no stack.
 */
final class PageWriter implements NodeFilter {
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
            "table",
            "caption",
            "tr",
            "td",
            "th",
            "li",
            "blockquote",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "fieldset",
            "legend",
            "form",
            "aside",
            "menu",
            "hgroup");
    private static final Set<String> LINES_OF_CODE = Set.of("div", "p", "li", "tr");

    private final PageNoise noise;
    private final PageShape shape;
    private final BlockText out = new BlockText();
    private final Deque<Owner> owners = new ArrayDeque<>();
    private final Deque<TableGrid> grids = new ArrayDeque<>();
    private final TableGrid.Budget repeats = new TableGrid.Budget();
    private int cellStart;

    /** The element that decides what kind of block its words belong to. */
    private record Owner(Block.Kind kind, int depth) {}

    PageWriter(PageNoise noise, PageShape shape) {
        this.noise = noise;
        this.shape = shape;
    }

    void write(Element root) {
        NodeTraversor.filter(this, root);
        out.close();
    }

    String text() {
        return out.text();
    }

    List<Block> blocks() {
        return out.blocks();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            out.words(words, kind() == Block.Kind.CODE);
        } else if (node instanceof Element element) {
            if (noise.contains(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element, depth);
        }
        return FilterResult.CONTINUE;
    }

    private Block.Kind kind() {
        return owners.isEmpty() ? Block.Kind.PROSE : owners.peek().kind();
    }

    private void open(Element element, int depth) {
        String name = element.normalName();
        Block.Kind opened = kindOf(element, name);
        if (opened != null && mayOwn(opened)) {
            owners.push(new Owner(opened, depth));
            out.open(opened, rank(name));
        } else if (owners.isEmpty() && BREAKS.contains(name)) {
            out.close();
        } else {
            inside(name);
        }
        if (name.equals("br")) {
            out.lineBreak();
        } else if (kind() == Block.Kind.TABLE) {
            openCell(name);
        }
    }

    /** In a list or a quotation, code, tables and headings are blocks of their own; nothing is in code and in a table's cells. */
    private boolean mayOwn(Block.Kind opened) {
        Block.Kind around = kind();
        boolean holds = around == Block.Kind.LIST || around == Block.Kind.QUOTE;
        boolean own = opened == Block.Kind.CODE || opened == Block.Kind.TABLE || opened == Block.Kind.HEADING;
        return owners.isEmpty() || (holds && own);
    }

    private Block.Kind kindOf(Element element, String name) {
        return switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Block.Kind.HEADING;
            case "pre", "xmp", "listing", "textarea" -> Block.Kind.CODE;
            case "code" ->
                element.children().stream().anyMatch(child -> child.normalName().equals("br")) ? Block.Kind.CODE : null;
            case "table" -> shape.isData(element) ? Block.Kind.TABLE : null;
            case "ul", "ol", "dl" -> Block.Kind.LIST;
            case "blockquote" -> Block.Kind.QUOTE;
            default -> null;
        };
    }

    private static int rank(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' ? name.charAt(1) - '0' : 0;
    }

    private void inside(String name) {
        Block.Kind kind = kind();
        if (kind == Block.Kind.CODE) {
            if (LINES_OF_CODE.contains(name)) {
                out.codeLine();
            }
        } else if (name.equals("dd")) {
            out.tab();
        } else if (BREAKS.contains(name) && !name.equals("td") && !name.equals("th") && kind != Block.Kind.HEADING) {
            if (kind != Block.Kind.TABLE || !isFirstInCell()) {
                out.newLine();
            }
        }
    }

    private boolean isFirstInCell() {
        return out.length() == cellStart;
    }

    private void openCell(String name) {
        if (name.equals("table")) {
            grids.push(new TableGrid(repeats));
        } else if (name.equals("tr") && !grids.isEmpty()) {
            out.newLine();
            grids.peek().row();
        } else if ((name.equals("td") || name.equals("th")) && !grids.isEmpty()) {
            out.cell(grids.peek().reaching());
        }
        cellStart = out.length();
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element, element.normalName(), depth);
        }
        return FilterResult.CONTINUE;
    }

    private void close(Element element, String name, int depth) {
        if (kind() == Block.Kind.TABLE) {
            closeCell(element, name);
        }
        if (!owners.isEmpty() && owners.peek().depth() == depth) {
            owners.pop();
            out.close();
            out.resume(kind());
        } else if (owners.isEmpty() && BREAKS.contains(name)) {
            out.close();
        } else if (kind() == Block.Kind.CODE && LINES_OF_CODE.contains(name)) {
            out.codeLine();
        }
    }

    private void closeCell(Element element, String name) {
        if (grids.isEmpty()) {
            return;
        }
        if (name.equals("table")) {
            grids.pop();
        } else if (name.equals("tr")) {
            out.cell(grids.peek().reaching());
        } else if (name.equals("td") || name.equals("th")) {
            out.cell(grids.peek().cell(element, out.since(cellStart)) + "\t");
        }
    }
}
