package dev.harrier.report;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Rows as RFC 4180 has them. A cell that a spreadsheet would run as a formula gets a leading apostrophe. */
public final class Csv {
    private Csv() {}

    /** A row of hostile cells, with its end. */
    public static String row(String... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String harmless = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? harmless : "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
