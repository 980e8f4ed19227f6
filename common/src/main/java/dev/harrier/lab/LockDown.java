package dev.harrier.lab;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** What an opened database may do, and that nobody can change that again. */
final class LockDown {
    private static final int MOST_LOGGED_MEGABYTES = 256;

    private LockDown() {}

    /** A second connection to the same file within one process finds it locked down already. */
    static void apply(DuckDBConnection connection, LabLimits limits) throws SQLException {
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

    /** Row groups are written as soon as they are full: several at once would be as many in memory, and left to the end of a load. */
    private static List<String> settings(LabLimits limits) {
        return List.of(
                "temp_directory = ''",
                "memory_limit = '" + limits.memoryMegabytes() + "MB'",
                "threads = " + limits.threads(),
                "checkpoint_threshold = '" + logMegabytes(limits) + "MB'",
                "write_buffer_row_group_count = 1",
                "TimeZone = 'UTC'",
                "autoinstall_known_extensions = false",
                "autoload_known_extensions = false",
                "allow_community_extensions = false",
                "allowed_configs = ['threads']",
                "enable_external_access = false",
                "lock_configuration = true");
    }
}
