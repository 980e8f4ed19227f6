package dev.harrier.lab;

import dev.harrier.dialect.SqlText;
import dev.harrier.hunt.FieldType;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * Rows as a table that the database can select from, which it takes in faster than an appender's: whole columns, and one statement
 * for many rows. Safe for several threads.
 */
final class RowFunction {
    /** Databases opened twice in one process are one, and their functions too. */
    private static final AtomicLong OPENED = new AtomicLong();

    private final String name = "waiting_rows_" + OPENED.incrementAndGet();
    private final Map<Long, Handed> handed = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    private RowFunction() {}

    /** Makes the function known to a database. */
    static RowFunction of(DuckDBConnection connection) throws SQLException {
        RowFunction function = new RowFunction();
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName(function.name)
                    .withParameter(DuckDBColumnType.BIGINT)
                    .withFunction(function.new Rows())
                    .register(connection);
        }
        return function;
    }

    /** Puts rows into their table. */
    void insert(WaitingRows rows, long load, Statement statement) throws SQLException {
        long id = last.incrementAndGet();
        handed.put(id, new Handed(rows, load));
        try {
            statement.execute("INSERT INTO " + StoreTables.name(rows.kind()) + " SELECT " + selected(rows) + " FROM "
                    + name + "(" + id + ")");
        } finally {
            handed.remove(id);
        }
        if (rows.given() != rows.size()) {
            throw new SQLException("only " + rows.given() + " of " + rows.size() + " rows were taken");
        }
    }

    /** The driver writes no timestamps from numbers. */
    private static String selected(WaitingRows rows) {
        return rows.columns().stream()
                        .map(EventShape.Column::field)
                        .map(field -> field.type() == FieldType.TIME
                                ? "make_timestamp(" + SqlText.identifier(field.name()) + ")"
                                : SqlText.identifier(field.name()))
                        .collect(Collectors.joining(", "))
                + ", " + StoreTables.LOAD + ", " + StoreTables.SOURCE + ", " + StoreTables.REMAINDER;
    }

    private static DuckDBColumnType type(FieldType type) {
        return switch (type) {
            case STRING, PATH, ADDRESS -> DuckDBColumnType.VARCHAR;
            case INTEGER, TIME -> DuckDBColumnType.BIGINT;
            case BOOLEAN -> DuckDBColumnType.BOOLEAN;
        };
    }

    /** What a number stands for in a statement. */
    private record Handed(WaitingRows rows, long load) {}

    private final class Rows implements DuckDBTableFunction<Handed, Handed, Object> {
        @Override
        public Handed bind(DuckDBTableFunctionBindInfo info) {
            Handed found = handed.get(info.getParameter(0).getLong());
            for (EventShape.Column column : found.rows().columns()) {
                info.addResultColumn(column.field().name(), type(column.field().type()));
            }
            info.addResultColumn(StoreTables.LOAD, DuckDBColumnType.BIGINT);
            info.addResultColumn(StoreTables.SOURCE, DuckDBColumnType.VARCHAR);
            info.addResultColumn(StoreTables.REMAINDER, DuckDBColumnType.VARCHAR);
            info.setCardinality(found.rows().size(), true);
            return found;
        }

        /** One thread, so that the rows keep their order. */
        @Override
        public Handed init(DuckDBTableFunctionInitInfo info) {
            info.setMaxThreads(1);
            return info.getBindData();
        }

        @Override
        public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter out) {
            Handed found = info.getInitData();
            return found.rows().give(out, found.load());
        }
    }
}
