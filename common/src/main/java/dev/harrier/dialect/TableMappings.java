package dev.harrier.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a connector's mapping file. Tab-separated lines, {@code #} comments:
 *
 * <pre>
 * process_creation  Endpoint.Processes  Image        process_name  base_name
 * process_creation  Endpoint.Processes  CommandLine  process
 * file_event        DeviceFileEvents    =FileCreated ActionType
 * registry_delete   DeviceRegistryEvents =RegistryKeyDeleted|RegistryValueDeleted ActionType
 * </pre>
 *
 * Columns: kind, table, field (or {@code =constant}), column, transform (identity when left out). The column's type is the field's.
 * A constant may be one of several; {@code *} stands for all values that the column may have in the table.
 */
public final class TableMappings {
    private TableMappings() {}

    /**
     * Reads a mapping file.
     *
     * @param in UTF-8, closed by the caller
     * @param name of the file, for errors
     * @throws IllegalStateException naming every bad line: unknown kind, field or transform
     */
    public static List<TableMapping> read(InputStream in, String name) {
        Map<String, Building> tables = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        List<String> lines = lines(in);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    add(tables, line.split("\t+"));
                } catch (IllegalArgumentException e) {
                    problems.add(name + ":" + (i + 1) + ": " + e.getMessage());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
        return tables.values().stream().map(Building::done).toList();
    }

    private static List<String> lines(InputStream in) {
        try {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<String, Building> tables, String[] cells) {
        if (cells.length < 4) {
            throw new IllegalArgumentException("expected kind, table, field, column[, transform]");
        }
        EventKind kind = EventKind.ofCategory(cells[0])
                .orElseThrow(() -> new IllegalArgumentException("unknown event kind " + cells[0]));
        Building table = tables.computeIfAbsent(cells[0] + "\t" + cells[1], key -> new Building(kind, cells[1]));
        if (cells[2].startsWith("=")) {
            table.constants.put(cells[3], cells[2].substring(1));
            return;
        }
        ColumnMapping.Transform transform = cells.length < 5
                ? ColumnMapping.Transform.IDENTITY
                : ColumnMapping.Transform.valueOf(cells[4].toUpperCase(Locale.ROOT));
        FieldType type = EventModel.shipped()
                .field(kind, cells[2])
                .orElseThrow(() -> new IllegalArgumentException(cells[0] + " has no field " + cells[2]))
                .type();
        table.columns.add(new ColumnMapping(cells[2], cells[3], transform, type(transform, type)));
    }

    private static FieldType type(ColumnMapping.Transform transform, FieldType type) {
        return transform == ColumnMapping.Transform.DIRECTION ? FieldType.STRING : type;
    }

    private static final class Building {
        private final EventKind kind;
        private final String table;
        private final List<ColumnMapping> columns = new ArrayList<>();
        private final Map<String, String> constants = new TreeMap<>();

        Building(EventKind kind, String table) {
            this.kind = kind;
            this.table = table;
        }

        TableMapping done() {
            return new TableMapping(kind, table, columns, constants);
        }
    }
}
