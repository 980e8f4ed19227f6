package dev.harrier.lab;

import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into a lab's tables. */
final class Rows {
    private Rows() {}

    /** Rows as texts, cells joined by {@code |}; null as {@code ∅}. */
    static List<String> of(Lab lab, String sql) {
        return lab.database().transaction("looking", connection -> {
            List<String> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
            return rows;
        });
    }

    private static String row(ResultSet row) throws java.sql.SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String cell = row.getString(i);
            cells.add(cell == null ? "∅" : cell);
        }
        return String.join("|", cells);
    }
}
