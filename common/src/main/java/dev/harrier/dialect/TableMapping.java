package dev.harrier.dialect;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one kind of event appears in one table or dataset.
 *
 * @param kind the events
 * @param table the table's or dataset's own name, for example {@code Endpoint.Processes} or {@code DeviceProcessEvents}
 * @param columns in the mapping file's order; several columns may come from one field
 * @param constants columns that have one text value for all events of this kind, for example {@code ActionType=FileCreated};
 *     one of several values between bars, or {@code *} for every value that the table has
 */
public record TableMapping(EventKind kind, String table, List<ColumnMapping> columns, Map<String, String> constants) {
    public TableMapping {
        requireNonNull(kind, "kind is null");
        requireNonNull(table, "table is null");
        columns = List.copyOf(columns);
        constants = Map.copyOf(new TreeMap<>(constants));
    }

    /** All columns that a field fills, in order. */
    public List<ColumnMapping> columnsOf(String field) {
        List<ColumnMapping> found = new ArrayList<>(2);
        for (ColumnMapping column : columns) {
            if (column.field().equals(field)) {
                found.add(column);
            }
        }
        return found;
    }
}
