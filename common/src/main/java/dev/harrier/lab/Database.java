package dev.harrier.lab;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;

/**
 * An open DuckDB, locked down: no files but its own, no network, no extensions, no spilling, and no way to change that again, only
 * how many threads it uses. Safe for several threads, each with a connection of its own.
 */
final class Database implements AutoCloseable {
    private static final Pattern HOLDER = Pattern.compile("\\(PID (\\d+)\\)");
    private static final long BETWEEN_TRIES_MILLIS = 50;

    private final DuckDBConnection root;
    private final LabLimits limits;
    private final RowFunction rows;
    private final LoadsInProgress loads;

    private Database(DuckDBConnection root, String location, LabLimits limits) throws SQLException {
        this.root = root;
        this.limits = limits;
        this.rows = RowFunction.of(root);
        this.loads = LoadsInProgress.in(location);
    }

    /** Opens a file, or memory when the location is empty. */
    static Database open(String location, LabLimits limits) {
        try {
            DuckDBConnection root = connection(location);
            LockDown.apply(root, limits);
            return new Database(root, location, limits);
        } catch (SQLException e) {
            throw failure(location, e);
        }
    }

    private static DuckDBConnection connection(String location) throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + location).unwrap(DuckDBConnection.class);
    }

    /** The same, waiting for another process to let go of the file until the time is over. */
    static Database open(String location, LabLimits limits, Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        while (true) {
            try {
                return open(location, limits);
            } catch (LabException e) {
                if (e.kind() != LabException.Kind.BUSY || System.nanoTime() >= end) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    /** The lock is another process's: nothing tells us when it goes. */
    private static void pause(LabException busy) {
        try {
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy;
        }
    }

    private static LabException failure(String location, SQLException e) {
        if (message(e).contains("Could not set lock on file")) {
            Matcher holder = HOLDER.matcher(message(e));
            String who = holder.find() ? "process " + holder.group(1) : "another process";
            return new LabException(
                    LabException.Kind.BUSY,
                    location + " is in use by " + who + "; let it end, or wait for it longer",
                    e);
        }
        return new LabException(
                LabException.Kind.STORAGE, "the lab " + location + " can't be opened: " + message(e), e);
    }

    LabLimits limits() {
        return limits;
    }

    /** How rows are put into its tables. */
    RowFunction rows() {
        return rows;
    }

    /** What this process is loading into it. */
    LoadsInProgress loads() {
        return loads;
    }

    /** A connection for one run; the caller closes it. */
    DuckDBConnection connect() {
        try {
            return root.duplicate();
        } catch (SQLException e) {
            throw storage("a connection", e);
        }
    }

    /** Runs a task on a connection of its own, inside a transaction that is rolled back if anything fails. */
    <T> T transaction(String what, Task<T> task) {
        loads.reading().lock();
        try (DuckDBConnection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN TRANSACTION");
            boolean done = false;
            try {
                T result = task.run(connection);
                statement.execute("COMMIT");
                done = true;
                return result;
            } finally {
                if (!done) {
                    statement.execute("ROLLBACK");
                }
            }
        } catch (SQLException e) {
            throw storage(what, e);
        } finally {
            loads.reading().unlock();
        }
    }

    /** Runs a load, which begins transactions of its own, with the database on its callers' threads only. */
    <T> T loading(String what, Load<T> load) {
        try (DuckDBConnection connection = connect()) {
            loads.takeThreads(connection);
            try {
                return load.run();
            } finally {
                loads.giveThreads(limits.threads(), connection);
            }
        } catch (SQLException e) {
            throw storage(what, e);
        }
    }

    static LabException storage(String what, SQLException e) {
        return new LabException(
                LabException.Kind.STORAGE, "the lab's database failed (" + what + "): " + message(e), e);
    }

    /** DuckDB's own words, without the driver's preamble and without the statement. */
    static String message(SQLException e) {
        String text = String.valueOf(e.getMessage());
        int own = text.indexOf("\nError: ");
        String words = own < 0 ? text : text.substring(own + "\nError: ".length());
        return words.lines().findFirst().orElse("no reason given");
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw storage("closing", e);
        }
    }

    /** Work on connections of its own. */
    interface Load<T> {
        T run() throws SQLException;
    }

    /** Work on one connection. */
    interface Task<T> {
        T run(DuckDBConnection connection) throws SQLException;
    }
}
