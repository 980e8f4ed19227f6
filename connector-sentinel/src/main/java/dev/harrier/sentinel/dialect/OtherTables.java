package dev.harrier.sentinel.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.sentinel.dialect.KqlSchema.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that no hunt of ours needs but that somebody's own query may name: {@code schema/*-more.tsv}, see the NOTICE beside
 * them. Read only when a query names a table that {@link KqlSchema} lacks. Immutable and thread-safe.
 */
final class OtherTables {
    private static final String EVERY = "*";

    private final Map<String, Map<String, String>> tables = new HashMap<>();

    private OtherTables(Platform platform) {
        String name = "/dev/harrier/sentinel/schema/" + platform.name().toLowerCase(Locale.ROOT) + "-more.tsv";
        try (InputStream in = OtherTables.class.getResourceAsStream(name)) {
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> every = Optional.ofNullable(tables.remove(EVERY)).orElse(Map.of());
        tables.values().forEach(columns -> every.forEach(columns::putIfAbsent));
    }

    private void add(String line) {
        Map<String, String> columns = new LinkedHashMap<>();
        String[] cells = line.split("\t");
        for (String column : cells[1].split(" ")) {
            int colon = column.lastIndexOf(':');
            columns.put(column.substring(0, colon), column.substring(colon + 1));
        }
        tables.put(cells[0], columns);
    }

    private static final class Sentinel {
        private static final OtherTables TABLES = new OtherTables(Platform.SENTINEL);
    }

    private static final class Defender {
        private static final OtherTables TABLES = new OtherTables(Platform.DEFENDER);
    }

    static OtherTables of(Platform platform) {
        return platform == Platform.SENTINEL ? Sentinel.TABLES : Defender.TABLES;
    }

    /** A table's columns and their KQL types; empty for an unknown table. */
    Optional<Map<String, String>> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** All names. */
    Set<String> names() {
        return Set.copyOf(tables.keySet());
    }
}
