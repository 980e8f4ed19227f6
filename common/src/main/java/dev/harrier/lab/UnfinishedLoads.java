package dev.harrier.lab;

import dev.harrier.hunt.EventKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which loads are in several transactions and not yet whole. One that was killed is found here when the lab is opened next, and what
 * is there of it is deleted. Safe for several threads.
 */
final class UnfinishedLoads {
    private static final String NAME = StoreTables.SCHEMA + ".unfinished_loads";

    private final Database database;

    UnfinishedLoads(Database database) {
        this.database = database;
    }

    static void create(Statement statement) throws SQLException {
        statement.execute("CREATE TABLE IF NOT EXISTS " + NAME + " (load BIGINT)");
    }

    void begin(long load) {
        run("beginning a load", statement -> statement.execute("INSERT INTO " + NAME + " VALUES (" + load + ")"));
    }

    /** Says on a connection that a load is whole, in its transaction. */
    static void end(long load, Statement statement) throws SQLException {
        statement.execute("DELETE FROM " + NAME + " WHERE load = " + load);
    }

    /** Deletes what is there of a load. */
    void drop(long load) {
        run("taking a load back", statement -> drop(load, statement));
    }

    /** Deletes what is there of the loads that nobody will finish. */
    void dropAllBut(Set<Long> running) {
        run("taking killed loads back", statement -> {
            for (long load : all(statement)) {
                if (!running.contains(load)) {
                    drop(load, statement);
                }
            }
        });
    }

    private static List<Long> all(Statement statement) throws SQLException {
        List<Long> loads = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT load FROM " + NAME)) {
            while (row.next()) {
                loads.add(row.getLong(1));
            }
        }
        return loads;
    }

    private static void drop(long load, Statement statement) throws SQLException {
        for (EventKind kind : EventKind.values()) {
            statement.execute("DELETE FROM " + StoreTables.name(kind) + " WHERE " + StoreTables.LOAD + " = " + load);
        }
        end(load, statement);
    }

    private void run(String what, Work work) {
        database.transaction(what, connection -> {
            try (Statement statement = connection.createStatement()) {
                work.run(statement);
                return statement;
            }
        });
    }

    private interface Work {
        void run(Statement statement) throws SQLException;
    }
}
