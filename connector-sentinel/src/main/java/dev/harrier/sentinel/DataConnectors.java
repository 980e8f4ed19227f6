package dev.harrier.sentinel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The data connectors that fill the tables of a query, for a template's {@code requiredDataConnectors}. Thread-safe. */
final class DataConnectors {
    private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_]\\w{0,100}+");

    private static final List<Filled> FILLED = read();

    /** A connector and a table that it fills. */
    private record Filled(String connector, String table) {}

    private DataConnectors() {}

    /** As lines of YAML; an empty list for tables that anything may fill, as ASIM's. */
    static String yaml(String query) {
        List<String> lines = new ArrayList<>();
        of(query).forEach((connector, tables) -> {
            lines.add("  - connectorId: " + connector);
            lines.add("    dataTypes:");
            tables.forEach(table -> lines.add("      - " + table));
        });
        return "requiredDataConnectors:" + (lines.isEmpty() ? " []" : "\n" + String.join("\n", lines));
    }

    /** Tables of a query by connector; a table is looked for outside of its texts, which an article may have written. */
    private static SortedMap<String, SortedSet<String>> of(String query) {
        Set<String> words = WORD.matcher(QueryText.withoutTexts(query))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        SortedMap<String, SortedSet<String>> found = new TreeMap<>();
        FILLED.stream().filter(each -> words.contains(each.table())).forEach(each -> found.computeIfAbsent(
                        each.connector(), key -> new TreeSet<>())
                .add(each.table()));
        return found;
    }

    private static List<Filled> read() {
        try (InputStream in = DataConnectors.class.getResourceAsStream("/dev/harrier/sentinel/data-connectors.tsv")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Filled(cells[0], cells[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
