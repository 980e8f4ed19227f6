package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.LookupTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a query holds a list of values: in its text, or, where a watchlist may stand beside it and the list is long, by the watchlist's
 * alias. {@code in} takes up to a million values of a table. Not thread-safe.
 */
final class KqlLists {
    /** What is shorter is clearer in the text. */
    static final int LONG = 50;

    private final boolean watchlists;
    private final Set<LookupTable> tables = new LinkedHashSet<>();

    private KqlLists(boolean watchlists) {
        this.watchlists = watchlists;
    }

    /** All lists in the text. */
    static KqlLists inText() {
        return new KqlLists(false);
    }

    /** Long lists in watchlists, which {@link #tables} then tells. */
    static KqlLists inWatchlists() {
        return new KqlLists(true);
    }

    /** Whether any list may become a watchlist. */
    boolean mayBeTables() {
        return watchlists;
    }

    /** Whether a list becomes a watchlist. */
    boolean isLong(Collection<String> values) {
        return watchlists && values.size() >= LONG && values.stream().allMatch(LookupTable::isSafe);
    }

    /** What stands behind {@code in}, in parentheses. */
    String of(Collection<String> values) {
        return isLong(values)
                ? watchlist(LookupTable.of(values))
                : values.stream().map(KqlLiteral::of).distinct().collect(Collectors.joining(", ", "(", ")"));
    }

    private String watchlist(LookupTable table) {
        tables.add(table);
        return "(" + table.name() + ")";
    }

    /** What stands before the query, a line per watchlist. Its alias is its name there too. */
    List<String> definitions() {
        return tables.stream()
                .map(table -> "let " + table.name() + " = _GetWatchlist(" + KqlLiteral.of(table.name())
                        + ") | project SearchKey;")
                .toList();
    }

    List<LookupTable> tables() {
        return new ArrayList<>(tables);
    }
}
