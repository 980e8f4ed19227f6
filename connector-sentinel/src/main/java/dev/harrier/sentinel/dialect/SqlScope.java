package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.SqlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns of a relation, in order. A column that the lab doesn't fill may be projected, but nothing may be asked of it. */
record SqlScope(Map<String, Column> columns) {
    /** The hidden column that numbers rows in their order, where they have one; the prefix of all hidden ones. */
    static final String ROW = "harrier.row";

    static final String HIDDEN = "harrier.";

    /** A column. */
    record Column(SqlType type, boolean filled) {}

    SqlScope {
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    Optional<Column> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** Whether the rows are in an order. */
    boolean numbered() {
        return columns.containsKey(ROW);
    }

    /** Without the hidden columns. */
    SqlScope shown() {
        Map<String, Column> shown = new LinkedHashMap<>(columns);
        shown.keySet().removeIf(name -> name.startsWith(HIDDEN));
        return new SqlScope(shown);
    }

    /** The select list of all columns as they are; those that the lab doesn't fill are left out. */
    String list() {
        return list(columns.entrySet().stream()
                .filter(c -> c.getValue().filled())
                .map(c -> SqlText.identifier(c.getKey()))
                .toList());
    }

    /** A select list needs at least one entry. */
    static String list(List<String> entries) {
        return entries.isEmpty() ? "1 AS \"harrier\"" : String.join(", ", entries);
    }

    /** Names that DuckDB, which ignores case, would mix up. */
    Optional<String> clash() {
        Map<String, Long> counts = columns.entrySet().stream()
                .filter(c -> c.getValue().filled())
                .collect(Collectors.groupingBy(c -> c.getKey().toLowerCase(Locale.ROOT), Collectors.counting()));
        return counts.entrySet().stream()
                .filter(c -> c.getValue() > 1)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
