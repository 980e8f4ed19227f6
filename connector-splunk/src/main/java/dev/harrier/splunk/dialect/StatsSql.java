package dev.harrier.splunk.dialect;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code stats}, {@code eventstats} and {@code streamstats} (Search Reference). Rows in which a group-by field is null are left out
 * by {@code stats}; the other two keep them without a result.
 */
final class StatsSql {
    private StatsSql() {}

    static Relation of(Command command, Relation relation, String text) {
        AggregateList list = new AggregateList(new Cursor(command), relation, text);
        return Aggregate.grouped(present(relation, list.groups()), list.groups(), list.aggregates());
    }

    private static Relation present(Relation relation, Map<String, Sql> groups) {
        Relation rows = relation;
        for (Sql group : groups.values()) {
            rows = rows.where(group.text() + " IS NOT NULL");
        }
        return rows;
    }

    /** Every row keeps its fields and gets its group's numbers. */
    static Relation events(Command command, Relation relation, String text) {
        AggregateList list = new AggregateList(new Cursor(command), relation, text);
        return added(relation, list, " OVER (" + partition(list.groups()) + ")");
    }

    /** Every row gets the numbers of the rows up to it. */
    static Relation stream(Command command, Relation relation, String text) {
        Cursor cursor = new Cursor(command);
        StreamWindow window = StreamWindow.read(cursor);
        AggregateList list = new AggregateList(cursor, relation, text);
        String frame = window.frame(relation, list.groups(), command.start());
        return added(relation, list, " OVER (" + partition(list.groups()) + frame + ")");
    }

    private static String partition(Map<String, Sql> groups) {
        return groups.isEmpty()
                ? ""
                : groups.values().stream().map(Sql::text).collect(Collectors.joining(", ", "PARTITION BY ", " "));
    }

    private static Relation added(Relation relation, AggregateList list, String window) {
        Map<String, Sql> all = relation.fields();
        list.aggregates().forEach((name, aggregate) -> all.put(name, kept(aggregate.over(window), list.groups())));
        return relation.select(all);
    }

    private static Sql kept(Sql value, Map<String, Sql> groups) {
        String present =
                groups.values().stream().map(g -> g.text() + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return groups.isEmpty()
                ? value
                : new Sql("(CASE WHEN " + present + " THEN " + value.text() + " END)", value.type());
    }
}
