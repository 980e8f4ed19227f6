package dev.harrier.sentinel;

import dev.harrier.measure.Hits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Reads the cells of a counting row. */
final class Cells {
    private Cells() {}

    static Hits hits(Map<String, String> row) {
        return new Hits(
                number(row, "hits"),
                number(row, "hosts"),
                number(row, "users"),
                number(row, "days"),
                instant(row, "firstSeen"),
                instant(row, "lastSeen"));
    }

    /** A count that can be read. */
    static boolean counts(Map<String, String> row) {
        return row.getOrDefault("hits", "").matches("\\d{1,18}");
    }

    static long number(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "0");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    static Optional<Instant> instant(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "");
        return text.matches("\\d{1,15}(\\.\\d+)?")
                ? Optional.of(Instant.ofEpochMilli(Math.round(Double.parseDouble(text) * 1000)))
                : Optional.empty();
    }

    static Optional<LocalDate> day(Map<String, String> row) {
        return instant(row, "day").map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
    }
}
