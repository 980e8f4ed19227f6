package dev.harrier.lab;

import dev.harrier.hunt.EventKind;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/** Sorts one load's events into the tables. For one thread. */
final class EventWriter implements AutoCloseable {
    /** Batches that are put into the tables at once, some 16 MB of input: smaller loads are one transaction, larger ones two. */
    private static final int BLOCK = 16;
    /** A kind is few if it is less than this part, the eighth, of the events so far. */
    private static final int FEW = 8;

    private static final String DROP_DUPLICATES = "DELETE FROM " + StoreTables.name(EventKind.PROCESS_CREATION)
            + " WHERE _load = ? AND _source = '" + EventShape.SECURITY_PROCESS + "' AND lower(\"Computer\") IN (SELECT"
            + " lower(\"Computer\") FROM " + StoreTables.name(EventKind.PROCESS_CREATION)
            + " WHERE _load = ? AND _source = '" + EventShape.SYSMON_PROCESS + "')";

    private final Database database;
    private final LoadTally tally;
    private final long load;
    private final List<InsertLane> lanes = new ArrayList<>();
    private final Map<EventKind, WaitingRows> waiting = new EnumMap<>(EventKind.class);
    private final Set<String> sysmonHosts = new HashSet<>();
    private final Set<String> securityHosts = new HashSet<>();
    private long bytes;
    private long rows;
    private int batches;
    private int blocks;
    private boolean whole;

    EventWriter(Database database, LoadTally tally) throws SQLException {
        this.database = database;
        this.tally = tally;
        InsertLane first = new InsertLane(database);
        lanes.add(first);
        this.load = first.nextLoad();
    }

    /** Takes a batch's rows, and counts what it counted. */
    void write(RowBatch batch, long linesBefore) throws SQLException {
        int at = 0;
        for (EventShape shape : batch.shapes()) {
            at = rows(shape).add(batch, shape, at);
        }
        sysmonHosts.addAll(batch.sysmonHosts());
        securityHosts.addAll(batch.securityHosts());
        tally.add(batch.tally(), linesBefore);
        bytes += batch.memory();
        rows += batch.shapes().size();
        if (++batches % BLOCK == 0) {
            handOver();
        }
    }

    private WaitingRows rows(EventShape shape) {
        WaitingRows rows = waiting.get(shape.kind());
        if (rows == null) {
            rows = new WaitingRows(shape);
            waiting.put(shape.kind(), rows);
        }
        return rows;
    }

    private void handOver() throws SQLException {
        if (blocks == 1 && InsertLane.twoFit(waiting.size(), bytes / Math.max(rows, 1), database.limits())) {
            database.loads().loads().add(load);
            new UnfinishedLoads(database).begin(load);
            lanes.add(new InsertLane(database));
        }
        int lane = blocks % lanes.size();
        List<WaitingRows> ready = waiting.values().stream()
                .filter(next -> isFor(lane, next.kind()))
                .toList();
        lanes.get(lane).take(ready, load);
        ready.forEach(taken -> waiting.remove(taken.kind()));
        blocks++;
    }

    /**
     * Kinds that are few go through one lane from the second block on, and wait for its turn: a transaction writes less than a row
     * group of a table to the log, and the database compresses it later, on one thread.
     */
    private boolean isFor(int lane, EventKind kind) {
        boolean few = tally.loaded(kind) * FEW < rows;
        return lanes.size() == 1 || !few || kind.ordinal() % lanes.size() == lane;
    }

    /** Puts what waits into the tables, and takes back the Security log's process creations where Sysmon told the same. */
    void finish() throws SQLException {
        do {
            handOver();
        } while (!waiting.isEmpty());
        for (InsertLane lane : lanes) {
            lane.await();
        }
        securityHosts.retainAll(sysmonHosts);
        if (lanes.size() == 1) {
            dropDuplicates(lanes.get(0).connection());
            lanes.get(0).commit();
        } else {
            publish();
        }
        whole = true;
    }

    /** Nobody reads in between; and if this process is killed in between, the load is unfinished. */
    private void publish() throws SQLException {
        database.loads().publishing().lock();
        try {
            for (InsertLane lane : lanes) {
                lane.commit();
            }
            database.transaction("ending a load", connection -> {
                dropDuplicates(connection);
                try (Statement statement = connection.createStatement()) {
                    UnfinishedLoads.end(load, statement);
                }
                return load;
            });
        } finally {
            database.loads().publishing().unlock();
        }
    }

    private void dropDuplicates(DuckDBConnection connection) throws SQLException {
        if (securityHosts.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DROP_DUPLICATES)) {
            statement.setLong(1, load);
            statement.setLong(2, load);
            tally.duplicates(EventKind.PROCESS_CREATION, statement.executeUpdate());
        }
    }

    /** Takes the load back unless it is whole. */
    @Override
    public void close() throws SQLException {
        try {
            for (InsertLane lane : lanes) {
                lane.close();
            }
            if (lanes.size() > 1 && !whole) {
                new UnfinishedLoads(database).drop(load);
            }
        } finally {
            database.loads().loads().remove(load);
        }
    }
}
