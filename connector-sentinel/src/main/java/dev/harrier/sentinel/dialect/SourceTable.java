package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.ColumnMapping.Transform;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A log source in one table.
 *
 * @param columns by the log source's field; a key {@code a.*} stands for all fields that begin so, {@code *} for all others
 */
record SourceTable(String table, Map<String, String> columns, Map<String, String> constants) {
    private static final String REST = "*";
    /** What is ours in name, or has none: only where the table's own line says so. */
    private static final Set<String> ENTITIES = Set.of(EventModel.TEXT, EventModel.COMPUTER, EventModel.USER);

    /** The table as a mapping of some fields: those among them that it has. */
    TableMapping mapping(Set<String> fields) {
        List<ColumnMapping> mapped = new ArrayList<>();
        for (String field : fields) {
            column(field).ifPresent(c -> mapped.add(new ColumnMapping(field, c, Transform.IDENTITY, FieldType.STRING)));
        }
        return KqlTables.typed(new TableMapping(EventKind.OTHER, table, mapped, constants));
    }

    /** The log source's fields that fill a column, or a dynamic column's key {@code a.b}. */
    List<String> fields(String column) {
        List<String> fields = new ArrayList<>();
        columns.forEach((field, filled) -> {
            if (filled.equals(column) && !field.equals(REST)) {
                fields.add(field);
            } else if (filled.endsWith(REST) && filled.length() > 1) {
                String bag = filled.substring(0, filled.length() - 1);
                if (column.startsWith(bag)) {
                    fields.add(field.substring(0, field.length() - 1) + column.substring(bag.length()));
                }
            }
        });
        return fields;
    }

    private Optional<String> column(String field) {
        return Optional.ofNullable(columns.get(field)).or(() -> key(field)).or(() -> rest(field));
    }

    /** A key of a dynamic column that holds the field's whole object. */
    private Optional<String> key(String field) {
        int dot = field.indexOf('.');
        return Optional.ofNullable(dot < 0 ? null : columns.get(field.substring(0, dot + 1) + REST))
                .map(bag -> bag.substring(0, bag.length() - 1) + field.substring(dot + 1));
    }

    private Optional<String> rest(String field) {
        String rest = ENTITIES.contains(field) ? "" : columns.getOrDefault(REST, "");
        if (rest.equals(REST)) {
            return KqlTables.columns(table)
                    .filter(names -> names.contains(field))
                    .map(names -> field);
        }
        return rest.isEmpty() ? Optional.empty() : Optional.of(rest.substring(0, rest.length() - 1) + field);
    }
}
