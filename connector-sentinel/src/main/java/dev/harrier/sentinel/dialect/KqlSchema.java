package dev.harrier.sentinel.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The typed tables of Defender advanced hunting and of Log Analytics, as facts: {@code schema/tables.tsv}, whose head names the
 * sources. Read once, when first asked. Immutable and thread-safe.
 */
final class KqlSchema {
    /** Where a query runs. */
    enum Platform {
        DEFENDER,
        SENTINEL
    }

    private static final String RESOURCE = "/dev/harrier/sentinel/schema/tables.tsv";

    private final Map<String, Map<String, String>> tables = new HashMap<>();
    private Map<String, String> common = Map.of();

    private KqlSchema(Platform platform) {
        try (InputStream in = KqlSchema.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(line.split("\t", -1), platform);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Sentinel {
        private static final KqlSchema SCHEMA = new KqlSchema(Platform.SENTINEL);
    }

    private static final class Defender {
        private static final KqlSchema SCHEMA = new KqlSchema(Platform.DEFENDER);
    }

    static KqlSchema of(Platform platform) {
        return platform == Platform.SENTINEL ? Sentinel.SCHEMA : Defender.SCHEMA;
    }

    private void add(String[] cells, Platform platform) {
        if (cells.length < 3) {
            return;
        }
        if (cells[0].equals("C")) {
            common = platform == Platform.SENTINEL ? columns(cells[2], Map.of()) : Map.of();
        } else if (cells[0].equals("D") == (platform == Platform.DEFENDER)) {
            tables.put(cells[1], columns(cells[2], common));
        }
    }

    private static Map<String, String> columns(String list, Map<String, String> common) {
        Map<String, String> columns = new LinkedHashMap<>(common);
        for (String column : list.split(",")) {
            int colon = column.indexOf(':');
            if (colon > 0) {
                columns.put(column.substring(0, colon), column.substring(colon + 1));
            }
        }
        return columns;
    }

    /** A table's columns and their KQL types ({@code unknown} where the platforms disagree); empty for an unknown table. */
    Optional<Map<String, String>> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** A column's type, {@code string} for a dotted one, which is always read as text. */
    String type(String table, String column) {
        return column.indexOf('.') > 0
                ? "string"
                : table(table).map(t -> t.get(column)).orElse("string");
    }

    /** Whether a type holds numbers. */
    static boolean number(String type) {
        return type.equals("int") || type.equals("long") || type.equals("real");
    }
}
