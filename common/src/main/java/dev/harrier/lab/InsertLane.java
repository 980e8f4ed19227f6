package dev.harrier.lab;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.duckdb.DuckDBConnection;

/**
 * A transaction that puts rows into the tables, on a thread and a connection of its own. Half of a load's processor time is the
 * database's, which compresses what one connection inserts on one thread: a second lane is a second thread. For one caller.
 */
final class InsertLane implements AutoCloseable {
    /** DuckDB's row group: as many rows of each table a transaction keeps in memory before it compresses and writes them. */
    private static final int ROW_GROUP = 122_880;

    private final RowFunction function;
    private final DuckDBConnection connection;
    private final Statement statement;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(InsertLane::daemon);
    private Future<Void> last = done();
    private boolean open;

    /** Begins a transaction. */
    InsertLane(Database database) throws SQLException {
        this.function = database.rows();
        this.connection = database.connect();
        this.statement = connection.createStatement();
        statement.execute("BEGIN TRANSACTION");
        this.open = true;
    }

    /**
     * Whether the database has room for what two lanes keep in memory, and a third more. One lane keeps half of that, and always fits
     * unless a load has dozens of kinds in equal parts.
     *
     * @param kinds of events in the load
     * @param rowBytes of an event in memory
     */
    static boolean twoFit(int kinds, long rowBytes, LabLimits limits) {
        return 2L * kinds * ROW_GROUP * rowBytes <= limits.memoryMegabytes() * 750_000L;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "harrier-lab-insert");
        thread.setDaemon(true);
        return thread;
    }

    private static Future<Void> done() {
        FutureTask<Void> nothing = new FutureTask<>(() -> null);
        nothing.run();
        return nothing;
    }

    /** A number that no other load has. */
    long nextLoad() throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT nextval('" + StoreTables.SCHEMA + ".load')")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Begins to insert a load's rows; waits until those before are in their tables. */
    void take(Collection<WaitingRows> rows, long load) throws SQLException {
        await();
        List<WaitingRows> tables = List.copyOf(rows);
        last = thread.submit(() -> {
            for (WaitingRows table : tables) {
                function.insert(table, load, statement);
            }
            return null;
        });
    }

    /**
     * Waits until all rows are in their tables.
     *
     * @throws SQLException why they are not
     */
    void await() throws SQLException {
        try {
            last.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException reason ? reason : new SQLException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        } finally {
            last = done();
        }
    }

    /** The transaction's connection, when nothing is being inserted. */
    DuckDBConnection connection() {
        return connection;
    }

    void commit() throws SQLException {
        statement.execute("COMMIT");
        open = false;
    }

    /** Takes everything back unless it was committed; waits for what is being inserted, as a transaction at work can't be ended. */
    @Override
    public void close() throws SQLException {
        thread.shutdown();
        try {
            await();
        } finally {
            if (open) {
                open = false;
                statement.execute("ROLLBACK");
            }
            connection.close();
        }
    }
}
