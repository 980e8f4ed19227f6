package dev.harrier.splunk.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.SqlText;
import dev.harrier.dialect.TableMapping;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rows of a mapped table, as the lab has them, under the names that a query uses. */
final class SourceRelation {
    private SourceRelation() {}

    /** A CIM dataset: columns bear its prefix; {@code _time} is an epoch number. */
    static Relation cim(String dataset) {
        String prefix = dataset.substring(dataset.indexOf('.') + 1) + ".";
        Map<String, Sql> columns = new LinkedHashMap<>();
        columns.put("_time", new Sql("epoch(\"_time\")", Type.NUMBER));
        for (TableMapping mapping : SplTables.dataset(dataset)) {
            mapping.columns().forEach(c -> columns.putIfAbsent(prefix + c.column(), value(c)));
            mapping.constants().keySet().stream().sorted().forEach(c -> columns.putIfAbsent(prefix + c, text(c)));
        }
        return base(dataset).select(columns);
    }

    /** Raw events: with what their source says of all of them. */
    static Relation raw(TableMapping mapping) {
        RawSource source = RawSource.of(mapping);
        Map<String, Sql> columns = new LinkedHashMap<>();
        columns.put("_time", new Sql("epoch(\"_time\")", Type.NUMBER));
        mapping.columns().forEach(c -> columns.putIfAbsent(c.column(), value(c)));
        columns.put("source", Sql.text(source.source()));
        columns.put("sourcetype", Sql.text("XmlWinEventLog"));
        columns.put("host", columns.get("Computer"));
        if (source.eventCodes().size() == 1) {
            columns.put("EventCode", Sql.text(source.eventCodes().get(0)));
        }
        return base(mapping.table()).select(columns);
    }

    private static Relation base(String table) {
        return new Relation("SELECT * FROM " + SqlText.identifier(table), Map.of());
    }

    private static Sql value(ColumnMapping column) {
        String name = SqlText.identifier(column.column());
        return switch (column.type()) {
            case STRING, PATH, ADDRESS -> text(column.column());
            case INTEGER -> new Sql(name, Type.INTEGER);
            case BOOLEAN -> new Sql("CAST(" + name + " AS VARCHAR)", Type.TEXT);
            case TIME -> new Sql("epoch(" + name + ")", Type.NUMBER);
        };
    }

    private static Sql text(String column) {
        return new Sql(SqlText.identifier(column), Type.TEXT);
    }
}
