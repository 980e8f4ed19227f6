package dev.harrier.article;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Finds a page's main content, and which of its tables hold data and which only place things. One pass over what is no noise. */
final class PageShape implements NodeFilter {
    private final PageNoise noise;
    private final Set<Element> dataTables = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<TableShape> tables = new ArrayDeque<>();
    private final Deque<Content> open = new ArrayDeque<>();
    private int links;
    private Content body;

    private PageShape(PageNoise noise) {
        this.noise = noise;
    }

    static PageShape of(Element body, PageNoise noise) {
        PageShape shape = new PageShape(noise);
        NodeTraversor.filter(shape, body);
        return shape;
    }

    boolean isData(Element table) {
        return dataTables.contains(table);
    }

    /** The element that holds the article: the body, or what holds nearly all of the body's words and all of its indicators. */
    Element mainContent() {
        return body.main();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            words(words.getWholeText());
        } else if (node instanceof Element element) {
            if (noise.contains(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element);
        }
        return FilterResult.CONTINUE;
    }

    private void words(String text) {
        int letters = text.strip().length();
        open.peek().add(links > 0 ? 0 : letters, Marks.in(text));
        if (!tables.isEmpty()) {
            tables.peek().words(letters);
        }
    }

    private void open(Element element) {
        open.push(new Content(element));
        links += element.normalName().equals("a") ? 1 : 0;
        if (element.normalName().equals("table")) {
            if (!tables.isEmpty()) {
                tables.peek().nest();
            }
            tables.push(new TableShape(element));
        } else if (!tables.isEmpty()) {
            tables.peek().open(element.normalName());
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
        return FilterResult.CONTINUE;
    }

    private void close(Element element) {
        links -= element.normalName().equals("a") ? 1 : 0;
        if (element.normalName().equals("table") && tables.pop().isData()) {
            dataTables.add(element);
        }
        Content closed = open.pop();
        if (open.isEmpty()) {
            body = closed;
        } else {
            open.peek().take(closed);
        }
    }
}
