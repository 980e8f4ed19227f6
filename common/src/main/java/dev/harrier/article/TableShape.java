package dev.harrier.article;

import org.jsoup.nodes.Element;

/** Tells a table of data from one that only places things, while it is walked. Used by one thread. */
final class TableShape {
    private static final int LONG_ROW = 600;

    private final boolean presentation;
    private boolean nested;
    private boolean headings;
    private boolean headed;
    private boolean code;
    private int rows;
    private int cells;
    private int widest;
    private long letters;

    TableShape(Element table) {
        String role = table.attr("role");
        presentation = role.equals("presentation") || role.equals("none");
    }

    void nest() {
        nested = true;
    }

    void words(int count) {
        letters += count;
    }

    void open(String tag) {
        switch (tag) {
            case "tr" -> {
                rows++;
                cells = 0;
            }
            case "td", "th" -> {
                cells++;
                widest = Math.max(widest, cells);
                headed |= tag.equals("th");
            }
            case "pre" -> code = true;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> headings = true;
            default -> {
                // Says nothing about the table.
            }
        }
    }

    boolean isData() {
        boolean places = presentation || headings || (nested && !headed) || (rows <= 1 && (code || widest <= 1));
        boolean prose = !headed && rows <= 2 && letters > (long) LONG_ROW * Math.max(1, rows);
        return (headed && widest > 1 && !headings) || !(places || prose);
    }
}
