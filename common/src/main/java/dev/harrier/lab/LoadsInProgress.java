package dev.harrier.lab;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.duckdb.DuckDBConnection;

/** The loads that this process has going on in one database, whoever opened it. Safe for several threads. */
final class LoadsInProgress {
    private static final Map<String, LoadsInProgress> BY_FILE = new ConcurrentHashMap<>();

    private final Set<Long> loads = ConcurrentHashMap.newKeySet();
    private final ReadWriteLock tables = new ReentrantReadWriteLock(true);
    private int busy;

    private LoadsInProgress() {}

    /** Of a file; of memory, which nobody else sees, when the location is empty. */
    static LoadsInProgress in(String location) {
        return location.isEmpty()
                ? new LoadsInProgress()
                : BY_FILE.computeIfAbsent(location, file -> new LoadsInProgress());
    }

    Set<Long> loads() {
        return loads;
    }

    /** Held by whoever reads the tables, so that nobody sees half a load. */
    Lock reading() {
        return tables.readLock();
    }

    /** Held while the transactions of a load are committed. */
    Lock publishing() {
        return tables.writeLock();
    }

    /**
     * Begins a stretch in which the database works on its callers' threads only. Otherwise a caller whose work another thread took
     * waits in a busy loop, on the processor that reading needs: a fifth of a load's processor time.
     */
    synchronized void takeThreads(DuckDBConnection connection) throws SQLException {
        if (busy++ == 0) {
            threads(1, connection);
        }
    }

    /** Ends it. */
    synchronized void giveThreads(int threads, DuckDBConnection connection) throws SQLException {
        if (--busy == 0) {
            threads(threads, connection);
        }
    }

    private static void threads(int count, DuckDBConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + count);
        }
    }
}
