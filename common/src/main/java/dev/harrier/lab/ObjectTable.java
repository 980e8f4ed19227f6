package dev.harrier.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.deploy.Marker;
import dev.harrier.deploy.RemoteObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The objects deployed to the lab, one row each. Every method works on the caller's connection, within its transaction. */
final class ObjectTable {
    private static final String NAME = StoreTables.SCHEMA + ".objects";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String dialect;

    ObjectTable(String dialect) {
        this.dialect = dialect;
    }

    static void create(Statement statement) throws SQLException {
        statement.execute("CREATE TABLE IF NOT EXISTS " + NAME + " (dialect VARCHAR, name VARCHAR, fields VARCHAR,"
                + " enabled BOOLEAN, marker VARCHAR, writes BIGINT, PRIMARY KEY (dialect, name))");
    }

    List<RemoteObject> all(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT name, fields, enabled, marker FROM " + NAME + " WHERE dialect = ? ORDER BY name")) {
            query.setString(1, dialect);
            return objects(query);
        }
    }

    Optional<RemoteObject> find(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT name, fields, enabled, marker FROM " + NAME + " WHERE dialect = ? AND name = ?")) {
            query.setString(1, dialect);
            query.setString(2, name);
            return objects(query).stream().findFirst();
        }
    }

    /** Writes an object, new or not. */
    void put(Connection connection, String name, Map<String, String> fields, boolean enabled, String marker)
            throws SQLException {
        try (PreparedStatement change = connection.prepareStatement("INSERT INTO " + NAME
                + " VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT (dialect, name) DO UPDATE SET fields = excluded.fields,"
                + " enabled = excluded.enabled, marker = excluded.marker, writes = writes + 1")) {
            change.setString(1, dialect);
            change.setString(2, name);
            change.setString(3, json(fields));
            change.setBoolean(4, enabled);
            change.setString(5, marker);
            change.executeUpdate();
        }
    }

    /** How often objects were written. */
    long writes(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT coalesce(sum(writes), 0)::BIGINT FROM " + NAME + " WHERE dialect = ?")) {
            query.setString(1, dialect);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<RemoteObject> objects(PreparedStatement query) throws SQLException {
        List<RemoteObject> objects = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                objects.add(object(row));
            }
        }
        return objects;
    }

    /** A marker that names another hunt than the object's name does was copied there: nobody's. */
    private static RemoteObject object(ResultSet row) throws SQLException {
        String name = row.getString(1);
        Optional<Marker> marker = Marker.in(row.getString(4))
                .filter(found -> LabObjects.name(found.hunt()).equals(name));
        return new RemoteObject(name, marker, fields(row.getString(2)), row.getBoolean(3));
    }

    private static SortedMap<String, String> fields(String json) {
        try {
            return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new LabException(LabException.Kind.STORAGE, "a deployed object is broken: " + e.getMessage(), e);
        }
    }

    private static String json(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }
}
