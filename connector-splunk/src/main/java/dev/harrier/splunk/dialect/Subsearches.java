package dev.harrier.splunk.dialect;

import dev.harrier.dialect.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Commands that take a second search in brackets: {@code join}, {@code append}. Its silent limits are not imitated. */
final class Subsearches {
    private Subsearches() {}

    private static Relation inner(Cursor cursor, String text) {
        int offset = cursor.offset();
        List<Token> tokens = cursor.subsearch();
        if (tokens.isEmpty()) {
            throw new SyntaxProblem("an empty subsearch", offset);
        }
        return Translator.relation(Command.pipeline(tokens), text);
    }

    /** {@code append [search]}: its rows behind ours; a column that one side lacks is empty there. */
    static Relation append(Command command, Relation relation, String text) {
        Cursor cursor = new Cursor(command);
        int offset = cursor.offset();
        Relation other = inner(cursor, text);
        Map<String, Type> columns = new LinkedHashMap<>(relation.columns());
        other.columns().forEach(columns::putIfAbsent);
        columns.forEach((name, type) -> sameType(relation, other, name, offset));
        return new Relation(aligned(relation, columns) + " UNION ALL " + aligned(other, columns), columns);
    }

    private static void sameType(Relation left, Relation right, String name, int offset) {
        if (left.has(name)
                && right.has(name)
                && left.field(name).type() != right.field(name).type()) {
            throw new SyntaxProblem("append of " + name + " in two types is not in the translated subset", offset);
        }
    }

    private static String aligned(Relation relation, Map<String, Type> columns) {
        return columns.keySet().stream()
                .map(name -> relation.field(name).text() + " AS " + SqlText.identifier(name))
                .collect(Collectors.joining(", ", "SELECT ", " FROM (" + relation.sql() + ")"));
    }

    /** {@code join [type=inner|left|outer] [max=n] fields [search]}: each row with the first n of the other's that fit; 1 when left out. */
    static Relation join(Command command, Relation relation, String text) {
        Cursor cursor = new Cursor(command);
        boolean outer = false;
        long most = 1;
        while (cursor.sees("=", 1)) {
            Token option = cursor.name();
            cursor.expect("=");
            String value = cursor.next().value().toLowerCase(Locale.ROOT);
            switch (option.value().toLowerCase(Locale.ROOT)) {
                case "type" -> outer = !value.equals("inner");
                case "max" -> most = Long.parseLong(value);
                default ->
                    throw new SyntaxProblem(
                            "the option " + option.value() + " is not in the translated subset", option.start());
            }
        }
        List<String> fields = fields(cursor);
        return joined(relation, limited(inner(cursor, text), fields, most), fields, outer ? "LEFT JOIN" : "JOIN");
    }

    private static List<String> fields(Cursor cursor) {
        List<String> fields = new ArrayList<>();
        while (!cursor.sees("[")) {
            fields.add(cursor.name().value());
            cursor.skip(",");
        }
        if (fields.isEmpty()) {
            throw new SyntaxProblem("a join without fields is not in the translated subset", cursor.offset());
        }
        return fields;
    }

    private static Relation limited(Relation other, List<String> fields, long most) {
        List<Sql> keys = fields.stream().map(other::field).toList();
        return most == 0 ? other : other.then(OrderCommands.firstOf(keys, other, most));
    }

    /** The other's fields replace ours of the same name. */
    private static Relation joined(Relation left, Relation right, List<String> fields, String join) {
        Map<String, Sql> all = new LinkedHashMap<>();
        left.fields().forEach((name, value) -> all.put(name, new Sql("l." + value.text(), value.type())));
        right.fields().forEach((name, value) -> {
            if (!fields.contains(name)) {
                all.put(name, over(left, name, value));
            }
        });
        String on = fields.stream()
                .map(f -> left.field(f).asText().text().replace(SqlText.identifier(f), "l." + SqlText.identifier(f))
                        + " = "
                        + right.field(f).asText().text().replace(SqlText.identifier(f), "r." + SqlText.identifier(f)))
                .collect(Collectors.joining(" AND "));
        String list = all.entrySet().stream()
                .map(e -> e.getValue().text() + " AS " + SqlText.identifier(e.getKey()))
                .collect(Collectors.joining(", "));
        Map<String, Type> types = new LinkedHashMap<>();
        all.forEach((name, value) -> types.put(name, value.type()));
        String row = left.ordered() ? ", l." + Relation.ROW : "";
        return new Relation(
                "SELECT " + list + row + " FROM (" + left.sql() + ") AS l " + join + " (" + right.sql() + ") AS r ON "
                        + on,
                types,
                left.order());
    }

    private static Sql over(Relation left, String name, Sql value) {
        Sql theirs = new Sql("r." + value.text(), value.type());
        boolean mixable = left.has(name) && left.field(name).type() == value.type();
        return mixable ? new Sql("coalesce(" + theirs.text() + ", l." + value.text() + ")", value.type()) : theirs;
    }
}
