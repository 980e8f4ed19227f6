package dev.harrier.lab;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;

/**
 * An open DuckDB, locked down: no files but its own, no network, no extensions, no spilling, and no way to change that again. Safe
 * for several threads, each with a connection of its own.
 */
final class Database implements AutoCloseable {
    private static final Pattern HOLDER = Pattern.compile("\\(PID (\\d+)\\)");
    private static final long BETWEEN_TRIES_MILLIS = 50;
    private static final int MOST_LOGGED_MEGABYTES = 256;

    private final DuckDBConnection root;
    private final LabLimits limits;

    private Database(DuckDBConnection root, LabLimits limits) {
        this.root = root;
        this.limits = limits;
    }

    /** Opens a file, or memory when the location is empty. */
    static Database open(String location, LabLimits limits) {
        try {
            DuckDBConnection root = connection(location);
            lockDown(root, limits);
            return new Database(root, limits);
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

    /** A second connection to the same file within one process finds it locked down already. */
    private static void lockDown(DuckDBConnection connection, LabLimits limits) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!isLocked(statement)) {
                for (String setting : settings(limits)) {
                    statement.execute("SET " + setting);
                }
            }
        }
    }

    private static boolean isLocked(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT current_setting('lock_configuration')")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /**
     * How much is logged before it is put into the tables' final form. DuckDB's 16 MB are 25,000 events, so that most loads would
     * compress their tables' last row groups anew. What is only logged stays in memory: an eighth of it at most.
     */
    private static int logMegabytes(LabLimits limits) {
        return Math.max(1, Math.min(MOST_LOGGED_MEGABYTES, limits.memoryMegabytes() / 8));
    }

    private static List<String> settings(LabLimits limits) {
        return List.of(
                "temp_directory = ''",
                "memory_limit = '" + limits.memoryMegabytes() + "MB'",
                "threads = " + limits.threads(),
                "checkpoint_threshold = '" + logMegabytes(limits) + "MB'",
                "TimeZone = 'UTC'",
                "autoinstall_known_extensions = false",
                "autoload_known_extensions = false",
                "allow_community_extensions = false",
                "enable_external_access = false",
                "lock_configuration = true");
    }

    LabLimits limits() {
        return limits;
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

    /** Work on one connection. */
    interface Task<T> {
        T run(DuckDBConnection connection) throws SQLException;
    }
}
