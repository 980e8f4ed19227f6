package dev.harrier.sentinel.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.dialect.OtherEvents;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Leaves;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.Logic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of log sources that are no kind of event, from a family's {@code *-sources.tsv}. Immutable and thread-safe. */
final class SourceTables {
    private final Map<LogSource, List<SourceTable>> tables;

    private SourceTables(Map<LogSource, List<SourceTable>> tables) {
        this.tables = tables;
    }

    /** A family's own; none if it has no such file. */
    static SourceTables read(String family) {
        Map<LogSource, Map<String, SourceTable>> tables = new LinkedHashMap<>();
        try (InputStream in =
                SourceTables.class.getResourceAsStream("/dev/harrier/sentinel/" + family + "-sources.tsv")) {
            if (in != null) {
                new String(in.readAllBytes(), UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .forEach(line -> add(tables, line.split("\t", -1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<LogSource, List<SourceTable>> lists = new LinkedHashMap<>();
        tables.forEach((source, byName) -> lists.put(source, List.copyOf(byName.values())));
        return new SourceTables(lists);
    }

    private static void add(Map<LogSource, Map<String, SourceTable>> tables, String[] cells) {
        SourceTable table = tables.computeIfAbsent(source(cells[0]), s -> new LinkedHashMap<>())
                .computeIfAbsent(cells[1], t -> new SourceTable(t, new LinkedHashMap<>(), new LinkedHashMap<>()));
        if (cells[2].startsWith("=")) {
            table.constants().put(cells[3], cells[2].substring(1));
        } else {
            table.columns().put(cells[2], cells[3]);
        }
    }

    private static LogSource source(String text) {
        String[] parts = text.split("/");
        return new LogSource(part(parts[1]), part(parts[0]), part(parts[2]));
    }

    private static Optional<String> part(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(text);
    }

    /** The tables that hold a detection's events, with the columns of the fields that it asks for and of further ones. */
    List<TableMapping> mappings(Logic.Detection detection, List<String> further) {
        Set<String> fields = fields(detection.condition());
        fields.addAll(further);
        List<TableMapping> mappings = new ArrayList<>();
        for (SourceTable table : tables.getOrDefault(detection.source(), List.of())) {
            mappings.add(table.mapping(fields));
        }
        return mappings;
    }

    /**
     * What a table holds of log sources.
     *
     * @param sources as the lab calls them
     */
    record Held(Set<String> sources, List<SourceTable> tables) {
        Held {
            sources = Set.copyOf(sources);
            tables = List.copyOf(tables);
        }

        /** The log sources' fields that fill a column. */
        List<String> fields(String column) {
            return tables.stream()
                    .flatMap(table -> table.fields(column).stream())
                    .distinct()
                    .toList();
        }

        /** Columns with one text for all events; of a table with several log sources, none. */
        Map<String, String> constants() {
            return tables.size() == 1 ? tables.get(0).constants() : Map.of();
        }
    }

    Optional<Held> held(String table) {
        Set<String> sources = new LinkedHashSet<>();
        List<SourceTable> found = new ArrayList<>();
        tables.forEach((source, of) -> of.stream()
                .filter(candidate -> candidate.table().equals(table))
                .forEach(candidate -> {
                    sources.add(OtherEvents.name(source));
                    found.add(candidate);
                }));
        return found.isEmpty() ? Optional.empty() : Optional.of(new Held(sources, found));
    }

    private static Set<String> fields(Condition condition) {
        Set<String> fields = new LinkedHashSet<>(List.of(EventModel.COMPUTER, EventModel.USER));
        for (Condition.Match match : Leaves.of(condition)) {
            fields.add(match.field());
            if (match.test() instanceof FieldTest.EqualsField other) {
                fields.add(other.other());
            }
        }
        return fields;
    }
}
