package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.dialect.SqlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * A Parquet file's rows as JSON lines. DuckDB reads them in an instance of its own, which may see this one file and nothing else. For
 * one thread.
 */
final class ParquetInput extends InputStream {
    private final Connection connection;
    private final Statement statement;
    private final ResultSet rows;
    private byte[] line = new byte[0];
    private int next;

    private ParquetInput(Connection connection, Path file, LabLimits limits) throws SQLException {
        this.connection = connection;
        this.statement = connection.createStatement();
        for (String setting : settings(SqlText.literal(file.toString()), limits)) {
            statement.execute("SET " + setting);
        }
        this.rows = statement.executeQuery(
                "SELECT to_json(row)::VARCHAR FROM read_parquet(" + SqlText.literal(file.toString()) + ") AS row");
    }

    /** Opens a file, whose rows must not be beyond what events pack to. */
    static InputStream open(Path file, LabLimits limits) throws IOException {
        Path whole = file.toRealPath();
        long size = Files.size(whole);
        Properties streaming = new Properties();
        streaming.setProperty("jdbc_stream_results", "true");
        Connection connection = null;
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:", streaming);
            return new PackedInput(new ParquetInput(connection, whole, limits), () -> size);
        } catch (SQLException e) {
            close(connection);
            throw new IOException(Database.message(e), e);
        }
    }

    private static void close(Connection connection) throws IOException {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IOException(Database.message(e), e);
        }
    }

    private static List<String> settings(String file, LabLimits limits) {
        return List.of(
                "temp_directory = ''",
                "memory_limit = '" + limits.memoryMegabytes() + "MB'",
                "threads = 1",
                "TimeZone = 'UTC'",
                "autoinstall_known_extensions = false",
                "autoload_known_extensions = false",
                "allowed_paths = [" + file + "]",
                "enable_external_access = false",
                "lock_configuration = true");
    }

    @Override
    public int read() throws IOException {
        return more() ? line[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, line.length - next);
        System.arraycopy(line, next, to, from, count);
        next += count;
        return count;
    }

    private boolean more() throws IOException {
        try {
            while (next == line.length) {
                if (!rows.next()) {
                    return false;
                }
                line = (rows.getString(1) + "\n").getBytes(UTF_8);
                next = 0;
            }
            return true;
        } catch (SQLException e) {
            throw new IOException(Database.message(e), e);
        }
    }

    @Override
    public void close() throws IOException {
        close(connection);
    }
}
