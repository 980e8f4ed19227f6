package dev.harrier.report.validation;

import java.util.List;

/**
 * A Markdown page that never outgrows one comment of a pull request. Each section gets at most half of what is left, so that a long one
 * doesn't push out those after it; what doesn't fit is counted. Not thread-safe.
 */
final class BoundedMarkdown {
    /** GitHub's limit for a comment's body, in characters. */
    static final int MOST = 65_536;

    /** For the titles and counts of all sections. */
    private static final int RESERVE = 6_000;

    private final StringBuilder out = new StringBuilder();

    /** Lines of our own, short. */
    BoundedMarkdown text(String lines) {
        out.append(lines).append('\n');
        return this;
    }

    /**
     * A section; nothing without rows.
     *
     * @param head what stands above the rows: nothing for a list, a header for a table
     * @param rows each one line
     */
    BoundedMarkdown section(String title, String head, List<String> rows) {
        if (!rows.isEmpty()) {
            out.append("\n### ").append(title).append("\n\n").append(head);
            int shown = rows(rows);
            if (shown < rows.size()) {
                out.append("\n… and ").append(rows.size() - shown).append(" more, left out here\n");
            }
        }
        return this;
    }

    private int rows(List<String> rows) {
        int end = out.length() + (MOST - RESERVE - out.length()) / 2;
        int shown = 0;
        for (String row : rows) {
            if (out.length() + row.length() + 1 > end) {
                break;
            }
            out.append(row).append('\n');
            shown++;
        }
        return shown;
    }

    String page() {
        return out.toString();
    }
}
