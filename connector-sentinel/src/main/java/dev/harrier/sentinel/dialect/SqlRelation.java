package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.SqlText;
import dev.harrier.dialect.TableMapping;
import dev.harrier.sentinel.dialect.KqlSchema.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A SELECT and its columns. */
record SqlRelation(String sql, SqlScope scope) {
    /** A table as the lab presents it, see {@link KqlDialect#tables}; empty if it holds none of that name. */
    static Optional<SqlRelation> table(String name) {
        List<TableMapping> mappings =
                KqlTables.all().stream().filter(m -> m.table().equals(name)).toList();
        return mappings.isEmpty() ? Optional.empty() : Optional.of(of(name, mappings));
    }

    private static SqlRelation of(String name, List<TableMapping> mappings) {
        Map<String, String> types = types(name);
        Map<String, SqlScope.Column> columns = new LinkedHashMap<>();
        columns.put("TimeGenerated", new SqlScope.Column(SqlType.TIME, true));
        columns.put("Timestamp", new SqlScope.Column(SqlType.TIME, true));
        for (TableMapping mapping : mappings) {
            for (ColumnMapping column : mapping.columns()) {
                columns.put(column.column(), filled(types, column.column()));
            }
            mapping.constants().keySet().forEach(c -> columns.put(c, filled(types, c)));
        }
        types.forEach((c, t) -> columns.putIfAbsent(c, new SqlScope.Column(SqlType.ofKql(t), false)));
        SqlScope scope = new SqlScope(columns);
        return new SqlRelation("SELECT " + casts(scope) + " FROM " + SqlText.identifier(name), scope);
    }

    private static SqlScope.Column filled(Map<String, String> types, String column) {
        return new SqlScope.Column(SqlType.ofKql(types.getOrDefault(column, "string")), true);
    }

    private static Map<String, String> types(String table) {
        Map<String, String> types = new LinkedHashMap<>();
        for (Platform platform : Platform.values()) {
            KqlSchema.of(platform).table(table).ifPresent(types::putAll);
        }
        return types;
    }

    private static String casts(SqlScope scope) {
        List<String> casts = new ArrayList<>();
        scope.columns().forEach((name, column) -> {
            if (column.filled()) {
                casts.add(cast(SqlText.identifier(name), column.type()) + " AS " + SqlText.identifier(name));
            }
        });
        return String.join(", ", casts);
    }

    private static String cast(String column, SqlType type) {
        return type == SqlType.TEXT
                ? "coalesce(CAST(" + column + " AS VARCHAR), '')"
                : "TRY_CAST(" + column + " AS " + type.sql() + ")";
    }
}
