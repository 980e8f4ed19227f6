package dev.harrier.article;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Finds what on a page doesn't belong to its article. A name that merely suggests it is overruled where the element holds half of the
 * page's words, or what defenders write down. One pass.
 */
final class PageNoise implements NodeFilter {
    private final Set<Element> noise = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Element, int[]> doubtful = new IdentityHashMap<>();
    private int letters;
    private int marks;

    private PageNoise() {}

    static PageNoise of(Element body) {
        PageNoise found = new PageNoise();
        NodeTraversor.filter(found, body);
        found.judge();
        return found;
    }

    boolean contains(Element element) {
        return noise.contains(element);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            letters += words.getWholeText().length();
            marks += Marks.in(words.getWholeText());
        } else if (node instanceof Element element) {
            return depth == 0 ? FilterResult.CONTINUE : open(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult open(Element element) {
        if (NoiseNames.isNoise(element)) {
            noise.add(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (NoiseNames.isTalk(element) || NoiseNames.isDoubtful(element)) {
            doubtful.put(element, new int[] {letters, marks});
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        int[] before = node instanceof Element element ? doubtful.get(element) : null;
        if (before != null) {
            before[0] = letters - before[0];
            before[1] = marks - before[1];
        }
        return FilterResult.CONTINUE;
    }

    private void judge() {
        doubtful.forEach((element, held) -> {
            boolean most = held[0] * 2L > letters;
            boolean speaks = held[1] > 0 && !NoiseNames.isTalk(element);
            if (!most && !speaks) {
                noise.add(element);
            }
        });
        doubtful.clear();
    }
}
