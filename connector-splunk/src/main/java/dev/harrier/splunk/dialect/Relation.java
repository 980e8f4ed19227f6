package dev.harrier.splunk.dialect;

import dev.harrier.dialect.SqlText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows between two commands.
 *
 * @param sql a SELECT that yields them
 * @param columns by name, in order
 */
record Relation(String sql, Map<String, Type> columns) {
    Relation {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
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
        return new Relation("SELECT * FROM (" + sql + ") WHERE " + condition, columns);
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
        return select(values, "");
    }

    /** These columns, then more of the statement, for example a GROUP BY. */
    Relation select(Map<String, Sql> values, String suffix) {
        String list = values.entrySet().stream()
                .map(e -> e.getValue().text() + " AS " + SqlText.identifier(e.getKey()))
                .collect(Collectors.joining(", "));
        Map<String, Type> types = new LinkedHashMap<>();
        values.forEach((name, value) -> types.put(name, value.type()));
        return new Relation("SELECT " + list + " FROM (" + sql + ")" + suffix, types);
    }

    /** The same columns, then more of the statement, for example an ORDER BY. */
    Relation then(String suffix) {
        return new Relation("SELECT * FROM (" + sql + ")" + suffix, columns);
    }
}
