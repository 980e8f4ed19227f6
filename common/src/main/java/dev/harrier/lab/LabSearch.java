package dev.harrier.lab;

import dev.harrier.measure.EntityCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/** Runs translated queries over a dialect's tables: read-only, within a window and a deadline, on a connection of its own. */
final class LabSearch {
    private final Database database;
    private final String schema;

    LabSearch(Database database, String schema) {
        this.database = database;
        this.schema = schema;
    }

    /**
     * Runs a counting query.
     *
     * @param sql gives one row, see {@link dev.harrier.dialect.Dialect#counting}
     * @throws SQLException if DuckDB refuses it or the deadline passes ({@link java.sql.SQLTimeoutException})
     */
    Hits count(String sql, Window window) throws SQLException {
        return answer(sql, window, LabSearch::read);
    }

    /**
     * Runs a query that counts day by day.
     *
     * @param sql gives a row for each day with a hit, see {@link dev.harrier.dialect.Dialect#countingDaily}
     * @throws SQLException as {@link #count}
     */
    Map<LocalDate, Hits> daily(String sql, Window window) throws SQLException {
        return answer(sql, window, LabSearch::readDays);
    }

    /**
     * Runs a query for what is found most often.
     *
     * @param sql gives rows as {@link dev.harrier.dialect.Dialect#top} says
     * @throws SQLException as {@link #count}
     */
    List<EntityCount> top(String sql, Window window) throws SQLException {
        return answer(sql, window, LabSearch::readEntities);
    }

    private static List<EntityCount> readEntities(PreparedStatement query) throws SQLException {
        List<EntityCount> entities = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                entities.add(new EntityCount(row.getString("entity"), row.getLong("hits")));
            }
        }
        return entities;
    }

    private <T> T answer(String sql, Window window, Answer<T> answer) throws SQLException {
        database.loads().reading().lock();
        try (DuckDBConnection connection = database.connect();
                Statement statement = connection.createStatement()) {
            restrict(statement, window);
            statement.execute("BEGIN TRANSACTION READ ONLY");
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setQueryTimeout((int) database.limits().statement().toSeconds());
                return answer.read(query);
            } finally {
                statement.execute("ROLLBACK");
            }
        } finally {
            database.loads().reading().unlock();
        }
    }

    private interface Answer<T> {
        T read(PreparedStatement query) throws SQLException;
    }

    private void restrict(Statement statement, Window window) throws SQLException {
        statement.execute("SET search_path = '" + schema + "'");
        statement.execute("SET VARIABLE " + TableViews.FROM + " = " + timestamp(window.from()));
        statement.execute("SET VARIABLE " + TableViews.TO + " = " + timestamp(window.to()));
    }

    private static String timestamp(Instant time) {
        return "TIMESTAMP '" + LocalDateTime.ofInstant(time, ZoneOffset.UTC) + "'";
    }

    private static Hits read(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("a counting query gave no row");
            }
            return new Hits(
                    row.getLong("hits"),
                    row.getLong("hosts"),
                    row.getLong("users"),
                    row.getLong("days"),
                    time(row, "firstSeen"),
                    time(row, "lastSeen"));
        }
    }

    private static Map<LocalDate, Hits> readDays(PreparedStatement query) throws SQLException {
        Map<LocalDate, Hits> days = new HashMap<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Instant day = time(row, "day").orElseThrow(() -> new SQLException("a row of a daily count has no day"));
                Hits hits = new Hits(
                        row.getLong("hits"),
                        row.getLong("hosts"),
                        row.getLong("users"),
                        1,
                        time(row, "firstSeen"),
                        time(row, "lastSeen"));
                days.put(day.atZone(ZoneOffset.UTC).toLocalDate(), hits);
            }
        }
        return days;
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column)).map(value -> instant(new BigDecimal(value.toString())));
    }

    private static Instant instant(BigDecimal seconds) {
        return Instant.EPOCH.plusNanos(
                seconds.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN).longValueExact() * 1000);
    }
}
