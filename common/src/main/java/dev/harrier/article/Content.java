package dev.harrier.article;

import java.util.Set;
import org.jsoup.nodes.Element;

/** How much an element holds, while a page is walked: letters outside links, and marks of indicators. Used by one thread. */
final class Content {
    private static final Set<String> CONTAINERS = Set.of("div", "section", "main", "article", "form", "center");

    private final Element element;
    private final boolean saysMain;
    private long letters;
    private int marks;
    private Content largest;
    private Content main;

    Content(Element element) {
        this.element = element;
        saysMain = NoiseNames.saysMain(element);
    }

    void add(int moreLetters, int moreMarks) {
        letters += moreLetters;
        marks += moreMarks;
    }

    /** Takes in a child that is complete; remembers the largest, and the largest inside that says it is the article. */
    void take(Content child) {
        add((int) Math.min(Integer.MAX_VALUE, child.letters), child.marks);
        if (CONTAINERS.contains(child.element.normalName()) && (largest == null || child.letters > largest.letters)) {
            largest = child;
        }
        Content candidate = child.saysMain ? child : child.main;
        if (candidate != null && (main == null || candidate.letters > main.letters)) {
            main = candidate;
        }
        child.forgetSmall();
    }

    /** Keeps memory in proportion to the page: what a part holds inside matters only where it is most of it. */
    private void forgetSmall() {
        if (largest != null && largest.letters * 2 < letters) {
            largest = null;
        }
    }

    /**
     * Where the article stands: what says so, if it holds half of the letters; else what holds nearly all of them. Neither may leave an
     * indicator outside.
     */
    Element main() {
        Content found = this;
        while (true) {
            Content inner = found.inner();
            if (inner == null) {
                return found.element;
            }
            found = inner;
        }
    }

    private Content inner() {
        if (main != null && main.letters * 2 >= letters && main.marks == marks) {
            return main;
        }
        boolean nearlyAll = largest != null && largest.letters * 100 >= letters * 85 && largest.marks == marks;
        return nearlyAll ? largest : null;
    }
}
