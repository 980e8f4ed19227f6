package dev.harrier.splunk.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that {@code streamstats} looks back on.
 *
 * @param current whether the row itself counts
 * @param rows how many; 0 for all before
 * @param span at most so far back in time, if given
 * @param global whether the rows counted are those of all groups
 */
record StreamWindow(boolean current, long rows, Optional<Span> span, boolean global) {
    /** Reads the options, which stand before the aggregations. */
    static StreamWindow read(Cursor cursor) {
        boolean current = true;
        boolean global = true;
        long rows = 0;
        Optional<Span> span = Optional.empty();
        while (cursor.sees("=", 1)) {
            Token option = cursor.name();
            cursor.expect("=");
            Token value = cursor.next();
            switch (option.value().toLowerCase(Locale.ROOT)) {
                case "current" -> current = truth(value);
                case "global" -> global = truth(value);
                case "window" -> rows = number(value);
                case "time_window" -> span = Optional.of(Span.of(value));
                default ->
                    throw new SyntaxProblem(
                            "the option " + option.value() + " is not in the translated subset", option.start());
            }
        }
        return new StreamWindow(current, rows, span, global);
    }

    private static boolean truth(Token value) {
        return value.value().toLowerCase(Locale.ROOT).startsWith("t")
                || value.value().equals("1");
    }

    private static long number(Token value) {
        if (!value.value().matches("\\d{1,5}")) {
            throw new SyntaxProblem("a number of rows expected", value.start());
        }
        return Long.parseLong(value.value());
    }

    /** Splunk streams events as they come, newest first or as the index gives them; only a sort makes that one order. */
    String frame(Relation relation, Map<String, Sql> groups, int offset) {
        if (!relation.ordered()) {
            throw new SyntaxProblem("streamstats without a sort before it is not in the translated subset", offset);
        }
        if (span.isPresent()) {
            return back(relation, span.get(), offset);
        }
        if (rows > 0 && global && !groups.isEmpty()) {
            throw new SyntaxProblem("a window by fields needs global=f in the translated subset", offset);
        }
        String from = rows == 0 ? "UNBOUNDED" : String.valueOf(current ? rows - 1 : rows);
        return "ORDER BY " + Relation.ROW + " ROWS BETWEEN " + from + " PRECEDING AND "
                + (current ? "CURRENT ROW" : "1 PRECEDING");
    }

    private String back(Relation relation, Span width, int offset) {
        if (rows > 0 || !current || relation.order() == Relation.Order.KNOWN) {
            throw new SyntaxProblem("time_window needs events sorted by _time, and no other window", offset);
        }
        boolean down = relation.order() == Relation.Order.BY_TIME_DOWN;
        return "ORDER BY " + relation.field("_time").text() + (down ? " DESC" : "") + " RANGE BETWEEN "
                + width.seconds() + " PRECEDING AND CURRENT ROW";
    }
}
