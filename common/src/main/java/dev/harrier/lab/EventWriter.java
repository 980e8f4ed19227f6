package dev.harrier.lab;

import dev.harrier.hunt.EventKind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/** Sorts one load's events into the tables. For one thread. */
final class EventWriter implements AutoCloseable {
    private static final String DROP_DUPLICATES = "DELETE FROM " + StoreTables.name(EventKind.PROCESS_CREATION)
            + " WHERE _load = ? AND _source = '" + EventShape.SECURITY_PROCESS + "' AND lower(\"Computer\") IN (SELECT"
            + " lower(\"Computer\") FROM " + StoreTables.name(EventKind.PROCESS_CREATION)
            + " WHERE _load = ? AND _source = '" + EventShape.SYSMON_PROCESS + "')";

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

    /** Appends a batch's rows, and counts what it counted. */
    void write(RowBatch batch, long linesBefore) throws SQLException {
        int at = 0;
        for (EventShape shape : batch.shapes()) {
            at = writer(shape.kind()).write(batch, shape, at);
        }
        sysmonHosts.addAll(batch.sysmonHosts());
        securityHosts.addAll(batch.securityHosts());
        tally.add(batch.tally(), linesBefore);
    }

    private KindWriter writer(EventKind kind) throws SQLException {
        KindWriter writer = writers.get(kind);
        if (writer == null) {
            writer = new KindWriter(connection, kind, load);
            writers.put(kind, writer);
        }
        return writer;
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
