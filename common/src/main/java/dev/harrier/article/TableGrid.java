package dev.harrier.article;

import org.jsoup.nodes.Element;

/**
 * Where the next cell of a table stands. A short cell that spans rows is said again in each of them, so that each row is whole; within
 * the page's budget, for a few letters can span many rows. Used by one thread.
 */
final class TableGrid {
    private static final int COLUMNS = 32;
    private static final int LONGEST = 80;
    private static final int MOST_ROWS = 500;

    private final int[] rowsLeft = new int[COLUMNS];
    private final String[] said = new String[COLUMNS];
    private int column;

    private final Budget budget;

    /** How many characters a page may say again, over all its tables: many small tables are as good a bomb as one large. */
    static final class Budget {
        private int left = 50_000;

        private boolean take(int characters) {
            left = Math.max(-1, left - characters);
            return left >= 0;
        }
    }

    TableGrid(Budget budget) {
        this.budget = budget;
    }

    void row() {
        column = 0;
    }

    /** What stands before the next cell of this row: the cells of earlier rows that reach into it, each with its tab. */
    String reaching() {
        StringBuilder text = new StringBuilder();
        while (column < COLUMNS && rowsLeft[column] > 0) {
            rowsLeft[column]--;
            text.append(again(said[column])).append('\t');
            column++;
        }
        return text.toString();
    }

    private String again(String text) {
        return budget.take(text.length()) ? text : "";
    }

    /** Ends a cell; gives the tabs of the columns that it spans besides its own. */
    String cell(Element cell, String text) {
        int columns = Math.min(span(cell, "colspan"), COLUMNS);
        int rows = Math.min(span(cell, "rowspan"), MOST_ROWS);
        for (int i = column; i < Math.min(column + columns, COLUMNS); i++) {
            rowsLeft[i] = rows - 1;
            said[i] = i == column && text.length() <= LONGEST ? text : "";
        }
        column += columns;
        return "\t".repeat(columns - 1);
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        boolean number =
                !value.isEmpty() && value.length() <= 5 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Math.max(1, Integer.parseInt(value)) : 1;
    }
}
