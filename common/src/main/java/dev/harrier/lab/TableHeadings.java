package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recognises the headings of tables of text in an input's first bytes. */
final class TableHeadings {
    private static final byte[] DELIMITERS = {',', '\t', ';', '|'};
    private static final String NAME = "[A-Za-z_@#$][\\w@#$.:()\\[\\] /-]{0,127}";

    private TableHeadings() {}

    /** A heading and where it ends. */
    record Found(TableHeading heading, int end) {}

    /** CSV's: one row of names. */
    static Optional<Found> csv(byte[] start) {
        int end = RecordCuts.LINES.end(start, 0, start.length, false);
        if (end < 0) {
            return Optional.empty();
        }
        Optional<Found> widest = Optional.empty();
        for (byte delimiter : DELIMITERS) {
            List<String> names = DelimitedRecords.cells(start, 0, endOfText(start, end), delimiter);
            boolean wider = names.size()
                    > widest.map(found -> found.heading().columns().size()).orElse(1);
            if (wider && names.stream().allMatch(name -> name.strip().matches(NAME))) {
                List<String> columns = names.stream().map(TableHeadings::column).toList();
                widest = Optional.of(new Found(new TableHeading(columns, delimiter, true, Set.of(), Map.of()), end));
            }
        }
        return widest;
    }

    /** Log Analytics' portal says the time zone in the name. */
    private static String column(String name) {
        return name.strip().replace(" [UTC]", "");
    }

    private static int endOfText(byte[] start, int end) {
        int text = end;
        while (text > 0 && (start[text - 1] == '\n' || start[text - 1] == '\r')) {
            text--;
        }
        return text;
    }

    /** Zeek's or W3C's: lines that begin with {@code #}, one of which names the fields. */
    static Optional<Found> log(byte[] start) {
        List<String> lines = new ArrayList<>();
        int end = 0;
        while (end < start.length && start[end] == '#') {
            int next = RecordCuts.LINES.end(start, end, start.length, true);
            lines.add(new String(start, end, endOfText(start, next) - end, UTF_8));
            end = next;
        }
        int behind = end;
        return lines.stream()
                .filter(line -> line.regionMatches(true, 0, "#fields", 0, "#fields".length()))
                .findFirst()
                .map(fields -> new Found(heading(fields, lines), behind));
    }

    private static TableHeading heading(String fields, List<String> lines) {
        boolean w3c = fields.startsWith("#Fields:");
        byte delimiter = (byte) (w3c ? ' ' : '\t');
        return new TableHeading(
                columns(fields, delimiter),
                delimiter,
                w3c,
                Set.of("-", "(empty)"),
                Map.of("_path", w3c ? "w3c" : path(lines)));
    }

    /** The names in a line that begins with {@code #fields}. */
    static List<String> columns(String line, byte delimiter) {
        String[] cells = line.strip().split(delimiter == ' ' ? " +" : "\t");
        return Arrays.asList(cells).subList(1, cells.length);
    }

    private static String path(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("#path\t"))
                .map(line -> line.substring("#path\t".length()))
                .findFirst()
                .orElse("unknown");
    }
}
