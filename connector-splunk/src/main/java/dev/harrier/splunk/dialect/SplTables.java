package dev.harrier.splunk.dialect;

import dev.harrier.dialect.TableMapping;
import dev.harrier.dialect.TableMappings;
import dev.harrier.hunt.EventKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two mapping files, read once. Immutable. */
final class SplTables {
    private static final List<TableMapping> CIM = read("cim.tsv");
    private static final List<TableMapping> RAW = read("raw.tsv");

    private static final Map<EventKind, Columns> CIM_COLUMNS = byKind(CIM, Columns::cim);
    private static final Map<EventKind, Columns> RAW_COLUMNS = byKind(RAW, Columns::raw);

    private SplTables() {}

    /** CIM datasets first, then raw sources. */
    static List<TableMapping> all() {
        return Stream.concat(CIM.stream(), RAW.stream()).toList();
    }

    /** The CIM dataset of a kind, if there is one. */
    static Optional<Columns> cim(EventKind kind) {
        return Optional.ofNullable(CIM_COLUMNS.get(kind));
    }

    /** The raw events of a kind, if Harrier knows where they are. */
    static Optional<Columns> raw(EventKind kind) {
        return Optional.ofNullable(RAW_COLUMNS.get(kind));
    }

    /** All kinds in a CIM dataset; empty if it is unknown or not mapped. */
    static List<TableMapping> dataset(String name) {
        return CIM.stream().filter(t -> t.table().equals(name)).toList();
    }

    /** The data models that hold the datasets. */
    static Set<String> models() {
        return CIM.stream()
                .map(table -> table.table().substring(0, table.table().indexOf('.')))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All raw mappings. */
    static List<TableMapping> raw() {
        return RAW;
    }

    private static Map<EventKind, Columns> byKind(List<TableMapping> tables, Function<TableMapping, Columns> columns) {
        return tables.stream().collect(Collectors.toUnmodifiableMap(TableMapping::kind, columns));
    }

    private static List<TableMapping> read(String name) {
        try (InputStream in = SplTables.class.getResourceAsStream("/dev/harrier/splunk/" + name)) {
            return TableMappings.read(in, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
