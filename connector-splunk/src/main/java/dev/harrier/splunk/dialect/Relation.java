package dev.harrier.splunk.dialect;

import dev.harrier.dialect.SqlText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows between two commands.
 *
 * @param sql a SELECT that yields them; where their order is known, a hidden column numbers them
 * @param columns by name, in order
 * @param order what is known of the rows' order
 */
record Relation(String sql, Map<String, Type> columns, Order order) {
    /** The hidden column; no field can have a blank at its start. */
    static final String ROW = "\" row\"";

    /** Of rows: none that is known, some, or by time. */
    enum Order {
        NONE,
        KNOWN,
        BY_TIME,
        BY_TIME_DOWN
    }

    Relation {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Rows in no order. */
    Relation(String sql, Map<String, Type> columns) {
        this(sql, columns, Order.NONE);
    }

    boolean ordered() {
        return order != Order.NONE;
    }

    /** A field's value; null, as in Splunk, where no such field is. */
    Sql field(String name) {
        Type type = columns.get(name);
        return type == null ? Sql.NULL : new Sql(SqlText.identifier(name), type);
    }

    boolean has(String name) {
        return columns.containsKey(name);
    }

    /** The rows for which a condition is true. */
    Relation where(String condition) {
        return new Relation("SELECT * FROM (" + sql + ") WHERE " + condition, columns, order);
    }

    /** All columns, one of them new or replaced. */
    Relation with(String name, Sql value) {
        Map<String, Sql> all = fields();
        all.put(name, value);
        return select(all);
    }

    /** All columns by name, to be changed and given to {@link #select}. */
    Map<String, Sql> fields() {
        Map<String, Sql> all = new LinkedHashMap<>();
        columns.forEach((name, type) -> all.put(name, field(name)));
        return all;
    }

    /** These columns and no others. */
    Relation select(Map<String, Sql> values) {
        String hidden = ordered() ? ", " + ROW : "";
        return new Relation("SELECT " + list(values) + hidden + " FROM (" + sql + ")", types(values), order);
    }

    /** Aggregated columns, then the rest of the statement, for example a GROUP BY. */
    Relation grouped(Map<String, Sql> values, String suffix) {
        return new Relation("SELECT " + list(values) + " FROM (" + sql + ")" + suffix, types(values));
    }

    private static String list(Map<String, Sql> values) {
        return values.entrySet().stream()
                .map(e -> e.getValue().text() + " AS " + SqlText.identifier(e.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Type> types(Map<String, Sql> values) {
        Map<String, Type> types = new LinkedHashMap<>();
        values.forEach((name, value) -> types.put(name, value.type()));
        return types;
    }

    /** The same columns, then more of the statement, for example a LIMIT. */
    Relation then(String suffix) {
        return new Relation("SELECT * FROM (" + sql + ")" + suffix, columns, order);
    }

    /** The rows sorted; rows that tie stay as they were. */
    Relation sorted(String keys, Order by) {
        String rest = ordered() ? "* EXCLUDE (" + ROW + ")" : "*";
        String ties = ordered() ? ", " + ROW : "";
        return new Relation(
                "SELECT " + rest + ", row_number() OVER (ORDER BY " + keys + ties + ") AS " + ROW + " FROM (" + sql
                        + ")",
                columns,
                by);
    }

    /** At most so many rows: the first ones, where there is an order. */
    Relation first(long limit) {
        return then((ordered() ? " ORDER BY " + ROW : "") + " LIMIT " + limit);
    }

    /** The same without the hidden column, in its order. */
    Relation shown() {
        if (!ordered()) {
            return this;
        }
        String list = columns.keySet().stream().map(SqlText::identifier).collect(Collectors.joining(", "));
        return new Relation("SELECT " + list + " FROM (" + sql + ") ORDER BY " + ROW, columns);
    }
}
