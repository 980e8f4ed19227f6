package dev.harrier.lab;

import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Translation;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;

/**
 * A lab that tells which events a text finds, not only how many: each event has a day and a host of its own, and a text
 * keeps the one or the other.
 * For one thread.
 */
public final class OracleLab implements AutoCloseable {
    private static final Instant FIRST = Instant.parse("2000-01-01T12:00:00Z");
    private static final Pattern HOST = Pattern.compile("made-(\\d+)");

    private final Lab lab = Lab.inMemory();
    private final Map<String, DuckDBConnection> connections = new HashMap<>();
    private final Map<String, Dialect> dialects = new HashMap<>();
    private EventKind held = EventKind.OTHER;

    /** Shows the lab's events in each language. */
    public OracleLab(List<Dialect> languages) throws SQLException {
        for (Dialect dialect : languages) {
            lab.install(dialect);
            DuckDBConnection connection = lab.database().connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET search_path = '" + dialect.name() + "'");
                statement.execute("SET VARIABLE " + TableViews.FROM + " = TIMESTAMP '1990-01-01'");
                statement.execute("SET VARIABLE " + TableViews.TO + " = TIMESTAMP '2090-01-01'");
            }
            connections.put(dialect.name(), connection);
            dialects.put(dialect.name(), dialect);
        }
    }

    /** Holds nothing but these events; each gets the host of its place in the list. */
    public void hold(EventKind kind, List<Map<String, Object>> events) throws SQLException {
        try (DuckDBConnection connection = lab.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM " + StoreTables.name(held));
        }
        held = kind;
        List<Map<String, Object>> placed = new ArrayList<>();
        for (Map<String, Object> event : events) {
            Map<String, Object> complete = new HashMap<>(event);
            complete.put(EventModel.TIME, FIRST.plusSeconds(86_400L * placed.size()));
            complete.put(EventModel.COMPUTER, host(placed.size()));
            placed.add(complete);
        }
        lab.add(kind, placed);
    }

    /** The host of the event at a place. */
    public static String host(int place) {
        return "made-" + place;
    }

    /** What a search gave. */
    public record Found(Optional<String> problem, Set<Integer> places) {}

    /** The places of the events that a text finds, or why it can't be run. */
    public Found find(String language, String text) {
        Translation translation = dialects.get(language).translate(text);
        if (translation instanceof Translation.Unsupported unsupported) {
            return new Found(Optional.of(unsupported.reason()), Set.of());
        }
        String sql = ((Translation.Translated) translation).sql();
        try (Statement statement = connections.get(language).createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return new Found(Optional.empty(), places(rows));
        } catch (SQLException e) {
            return new Found(Optional.of("DuckDB: " + Database.message(e)), Set.of());
        }
    }

    private static Set<Integer> places(ResultSet rows) throws SQLException {
        Set<Integer> places = new TreeSet<>();
        while (rows.next()) {
            Optional<Integer> host = hosts(rows);
            (host.isPresent() ? host : day(rows)).ifPresent(places::add);
        }
        return places;
    }

    private static Optional<Integer> hosts(ResultSet rows) throws SQLException {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            Matcher host = HOST.matcher(String.valueOf(rows.getObject(i)));
            if (host.matches()) {
                return Optional.of(Integer.parseInt(host.group(1)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> day(ResultSet rows) throws SQLException {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String name = rows.getMetaData().getColumnName(i);
            if (name.equals("_time")) {
                return Optional.of(place((long) rows.getDouble(i)));
            }
            if (name.equals("TimeGenerated")) {
                return Optional.of(place(rows.getObject(i, LocalDateTime.class).toEpochSecond(ZoneOffset.UTC)));
            }
        }
        return Optional.empty();
    }

    private static int place(long second) {
        return (int) Math.floorDiv(second - FIRST.getEpochSecond() + 43_200, 86_400L);
    }

    @Override
    public void close() throws SQLException {
        for (DuckDBConnection connection : connections.values()) {
            connection.close();
        }
        lab.close();
    }
}
