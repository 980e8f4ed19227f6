package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.TableMapping;
import dev.harrier.dialect.TableMappings;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldType;
import dev.harrier.hunt.Logic;
import dev.harrier.sentinel.dialect.KqlSchema.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mapping files, with each column's type as the table has it. Immutable and thread-safe. */
final class KqlTables {
    /** All table families, in the order in which people ask for them. */
    static final List<String> FAMILIES = List.of("defender", "asim", "securityevent", "native");

    private static final Map<String, List<TableMapping>> SHIPPED = read();
    private static final Map<String, Map<EventKind, List<TableMapping>>> BY_KIND = FAMILIES.stream()
            .collect(Collectors.toUnmodifiableMap(family -> family, family -> SHIPPED.get(family).stream()
                    .collect(Collectors.groupingBy(TableMapping::kind))));
    private static final List<TableMapping> ALL =
            FAMILIES.stream().flatMap(f -> SHIPPED.get(f).stream()).toList();
    private static final Map<String, SourceTables> SOURCES =
            FAMILIES.stream().collect(Collectors.toUnmodifiableMap(family -> family, SourceTables::read));

    private KqlTables() {}

    /** All families together. */
    static List<TableMapping> all() {
        return ALL;
    }

    /**
     * The tables of a profile's families, in its order.
     *
     * @throws IllegalArgumentException for a family that doesn't exist
     */
    static List<TableMapping> of(Profile profile) {
        return families(profile).stream().flatMap(f -> SHIPPED.get(f).stream()).toList();
    }

    /**
     * The tables of a profile's families that hold a detection's events, in its order.
     *
     * @throws IllegalArgumentException for a family that doesn't exist
     */
    static List<TableMapping> of(Logic.Detection detection, Profile profile) {
        return of(detection, profile, List.of());
    }

    /** The same, with the columns of further fields. */
    static List<TableMapping> of(Logic.Detection detection, Profile profile, List<String> further) {
        return families(profile).stream()
                .flatMap(f -> detection.kind() == EventKind.OTHER
                        ? SOURCES.get(f).mappings(detection, further).stream()
                        : BY_KIND.get(f).getOrDefault(detection.kind(), List.of()).stream())
                .toList();
    }

    /** What log sources, of all families, are in a table that holds no kind of event; empty if there are none. */
    static Optional<SourceTables.Held> held(String table) {
        return FAMILIES.stream()
                .map(family -> SOURCES.get(family).held(table))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The families that a profile names. */
    static List<String> families(Profile profile) {
        String otherwise = FAMILIES.contains(profile.name()) ? profile.name() : FAMILIES.get(0);
        return Stream.of(profile.option("tables", otherwise).split(","))
                .map(f -> known(f.strip()))
                .toList();
    }

    private static String known(String name) {
        if (!FAMILIES.contains(name)) {
            throw new IllegalArgumentException("tables=" + name + " is none of " + String.join(", ", FAMILIES));
        }
        return name;
    }

    /** A table's columns. */
    static Optional<Set<String>> columns(String table) {
        return KqlSchema.of(Platform.SENTINEL).table(table).map(Map::keySet);
    }

    private static Map<String, List<TableMapping>> read() {
        Map<String, List<TableMapping>> families = new LinkedHashMap<>();
        for (String family : FAMILIES) {
            families.put(family, read(family + ".tsv"));
        }
        return families;
    }

    private static List<TableMapping> read(String file) {
        if (file.equals("native.tsv")) {
            return List.of();
        }
        try (InputStream in = KqlTables.class.getResourceAsStream("/dev/harrier/sentinel/" + file)) {
            return TableMappings.read(in, file).stream().map(KqlTables::typed).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TableMapping typed(TableMapping mapping) {
        List<ColumnMapping> columns = mapping.columns().stream()
                .map(c -> new ColumnMapping(c.field(), c.column(), c.transform(), type(mapping.table(), c)))
                .toList();
        return new TableMapping(mapping.kind(), mapping.table(), columns, mapping.constants());
    }

    private static FieldType type(String table, ColumnMapping column) {
        String type = KqlSchema.of(Platform.SENTINEL).type(table, column.column());
        if (KqlSchema.number(type)) {
            return FieldType.INTEGER;
        }
        boolean text = column.type() == FieldType.INTEGER || column.type() == FieldType.BOOLEAN;
        return type.equals("bool") ? FieldType.BOOLEAN : text ? FieldType.STRING : column.type();
    }
}
