package dev.harrier.lab;

import dev.harrier.dialect.OtherEvents;
import dev.harrier.dialect.SqlText;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.Window;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what telemetry a lab holds. */
final class LabCoverage {
    private LabCoverage() {}

    static Optional<Window> span(Database database) {
        String times = Arrays.stream(EventKind.values())
                .map(kind -> "SELECT min(\"EventTime\") AS a, max(\"EventTime\") AS b FROM " + StoreTables.name(kind))
                .collect(Collectors.joining(" UNION ALL "));
        return database.transaction("span", connection -> {
            try (PreparedStatement statement =
                            connection.prepareStatement("SELECT min(a), max(b) FROM (" + times + ")");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                Optional<Instant> last = time(row, 2);
                return time(row, 1)
                        .map(first -> new Window(first, last.orElseThrow().plusSeconds(1)));
            }
        });
    }

    static List<Coverage> all(Database database) {
        return database.transaction("coverage", connection -> {
            List<Coverage> result = new ArrayList<>();
            for (EventKind kind : EventKind.values()) {
                try (PreparedStatement statement = connection.prepareStatement(counts(kind))) {
                    result.add(coverage(kind, statement));
                }
            }
            return result;
        });
    }

    static Coverage of(Database database, EventKind kind, Window window) {
        return database.transaction("coverage", connection -> {
            String restricted = counts(kind) + " WHERE \"EventTime\" >= ? AND \"EventTime\" < ?";
            try (PreparedStatement statement = connection.prepareStatement(restricted)) {
                statement.setObject(1, sqlTime(window.from()));
                statement.setObject(2, sqlTime(window.to()));
                return coverage(kind, statement);
            }
        });
    }

    /** Days without events are absent. */
    static Map<LocalDate, Coverage> daily(Database database, EventKind kind, Window window) {
        return database.transaction("coverage by day", connection -> {
            String sql = "SELECT count(*), count(DISTINCT lower(\"Computer\")), max(\"EventTime\") FROM "
                    + StoreTables.name(kind)
                    + " WHERE \"EventTime\" >= ? AND \"EventTime\" < ? GROUP BY date_trunc('day', \"EventTime\")";
            Map<LocalDate, Coverage> days = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, sqlTime(window.from()));
                statement.setObject(2, sqlTime(window.to()));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        Optional<Instant> last = time(row, 3);
                        days.put(
                                last.orElseThrow().atZone(ZoneOffset.UTC).toLocalDate(),
                                new Coverage(kind, row.getLong(1), row.getLong(2), last));
                    }
                }
            }
            return days;
        });
    }

    static List<HourlyEvents> hourly(Database database) {
        return database.transaction("coverage by hour", connection -> {
            List<HourlyEvents> result = new ArrayList<>();
            for (EventKind kind : EventKind.values()) {
                try (PreparedStatement statement = connection.prepareStatement(hours(kind));
                        ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        Instant hour = time(row, 2).orElseThrow();
                        result.add(new HourlyEvents(kind, row.getString(1), hour, row.getLong(3)));
                    }
                }
            }
            return result;
        });
    }

    private static String hours(EventKind kind) {
        return "SELECT coalesce(lower(\"Computer\"), '') AS host, date_trunc('hour', \"EventTime\") AS hour, count(*) FROM "
                + StoreTables.name(kind) + " GROUP BY ALL ORDER BY host, hour";
    }

    /** Whether any event of a window has at least one of these fields, which the kind has, and not empty. */
    static boolean carries(Database database, EventKind kind, Collection<String> fields, Window window) {
        String present = fields.stream()
                .map(field -> "coalesce(CAST(" + SqlText.identifier(field) + " AS VARCHAR), '') <> ''")
                .collect(Collectors.joining(" OR ", "(", ")"));
        return database.transaction("coverage", connection -> {
            String sql = "SELECT 1 FROM " + StoreTables.name(kind)
                    + " WHERE \"EventTime\" >= ? AND \"EventTime\" < ? AND " + present + " LIMIT 1";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, sqlTime(window.from()));
                statement.setObject(2, sqlTime(window.to()));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** How many events of no kind are of a product, or made. */
    static long ofProduct(Database database, String product, Window window) {
        return database.transaction("coverage", connection -> {
            String sql = "SELECT count(*) FROM " + StoreTables.name(EventKind.OTHER)
                    + " WHERE \"EventTime\" >= ? AND \"EventTime\" < ? AND (starts_with(" + StoreTables.SOURCE
                    + ", ?) OR "
                    + StoreTables.SOURCE + " = ?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, sqlTime(window.from()));
                statement.setObject(2, sqlTime(window.to()));
                statement.setString(3, product + "/");
                statement.setString(4, OtherEvents.MADE);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private static String counts(EventKind kind) {
        return "SELECT count(*), count(DISTINCT lower(\"Computer\")), max(\"EventTime\") FROM "
                + StoreTables.name(kind);
    }

    private static Coverage coverage(EventKind kind, PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return new Coverage(kind, row.getLong(1), row.getLong(2), time(row, 3));
        }
    }

    private static LocalDateTime sqlTime(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }
}
