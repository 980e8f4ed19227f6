package dev.harrier.lab;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/** Sorts one load's events into the tables. For one thread. */
final class EventWriter implements AutoCloseable {
    private static final String DROP_DUPLICATES = "DELETE FROM " + StoreTables.name(EventKind.PROCESS_CREATION)
            + " WHERE _load = ? AND _source = '" + EventShape.SECURITY_PROCESS + "' AND lower(\"Computer\") IN (SELECT"
            + " lower(\"Computer\") FROM " + StoreTables.name(EventKind.PROCESS_CREATION)
            + " WHERE _load = ? AND _source = '" + EventShape.SYSMON_PROCESS + "')";

    private final EventSources sources = EventSources.shipped();
    private final DuckDBConnection connection;
    private final LoadTally tally;
    private final long load;
    private final Map<EventKind, KindWriter> writers = new EnumMap<>(EventKind.class);
    private final Set<String> sysmonHosts = new HashSet<>();
    private final Set<String> securityHosts = new HashSet<>();

    EventWriter(DuckDBConnection connection, LoadTally tally) throws SQLException {
        this.connection = connection;
        this.tally = tally;
        this.load = nextLoad(connection);
    }

    private static long nextLoad(DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT nextval('" + StoreTables.SCHEMA + ".load')")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Takes one record, whatever it is; says so if it is none that can be placed in time. */
    void write(RawEvent event, long line) throws SQLException {
        String key = sources.key(event);
        if (key.equals("/")) {
            tally.bad(line, "no event id: not a record that the lab knows");
            return;
        }
        Optional<EventShape> shape = sources.shape(key);
        if (shape.isEmpty()) {
            tally.other(key);
        } else if (EventTimes.micros(read(event, shape.get(), EventModel.TIME)).isEmpty()) {
            tally.bad(line, "no readable event time");
        } else {
            write(event, shape.get());
        }
    }

    private void write(RawEvent event, EventShape shape) throws SQLException {
        noteProcessHost(event, shape);
        writer(shape.kind()).write(event, shape);
        tally.loaded(shape.kind());
    }

    private KindWriter writer(EventKind kind) throws SQLException {
        KindWriter writer = writers.get(kind);
        if (writer == null) {
            writer = new KindWriter(connection, kind, load);
            writers.put(kind, writer);
        }
        return writer;
    }

    private void noteProcessHost(RawEvent event, EventShape shape) {
        if (shape.source().equals(EventShape.SYSMON_PROCESS)) {
            sysmonHosts.add(host(event, shape));
        } else if (shape.source().equals(EventShape.SECURITY_PROCESS)) {
            securityHosts.add(host(event, shape));
        }
    }

    private static String host(RawEvent event, EventShape shape) {
        return read(event, shape, EventModel.COMPUTER).toLowerCase(Locale.ROOT);
    }

    private static String read(RawEvent event, EventShape shape, String field) {
        return EventSources.first(
                shape.columns().stream()
                        .filter(column -> column.field().name().equals(field))
                        .findFirst()
                        .map(EventShape.Column::spellings)
                        .orElse(List.of()),
                event);
    }

    /** Writes what is buffered, and takes back the Security log's process creations where Sysmon told the same. */
    void finish() throws SQLException {
        for (KindWriter writer : writers.values()) {
            writer.close();
        }
        writers.clear();
        securityHosts.retainAll(sysmonHosts);
        if (!securityHosts.isEmpty()) {
            dropDuplicates();
        }
    }

    private void dropDuplicates() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DROP_DUPLICATES)) {
            statement.setLong(1, load);
            statement.setLong(2, load);
            tally.duplicates(EventKind.PROCESS_CREATION, statement.executeUpdate());
        }
    }

    @Override
    public void close() throws SQLException {
        for (KindWriter writer : writers.values()) {
            writer.close();
        }
    }
}
