package dev.harrier.splunk.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Commands about the order and number of rows: {@code sort}, {@code head}, {@code dedup}. */
final class OrderCommands {
    private static final long SORT_LIMIT = 10_000;

    private OrderCommands() {}

    /** {@code sort [n] [-|+]field …}: 10,000 rows unless told otherwise, 0 for all. */
    static Relation sort(Cursor cursor, Relation relation) {
        long limit = number(cursor, SORT_LIMIT);
        List<String> keys = new ArrayList<>();
        while (!cursor.atEnd()) {
            keys.add(key(cursor, relation));
            cursor.skip(",");
        }
        if (keys.isEmpty()) {
            throw new SyntaxProblem("sort needs a field", cursor.offset());
        }
        return relation.then(" ORDER BY " + String.join(", ", keys) + (limit == 0 ? "" : " LIMIT " + limit));
    }

    private static String key(Cursor cursor, Relation relation) {
        String word = cursor.name().value();
        boolean down = word.startsWith("-");
        String name = down || word.startsWith("+") ? word.substring(1) : word;
        String field = name.isEmpty() ? cursor.name().value() : name;
        return relation.field(field).text() + (down ? " DESC NULLS LAST" : " NULLS LAST");
    }

    /** {@code head [n]}: 10 when left out. */
    static Relation head(Cursor cursor, Relation relation) {
        cursor.skip("limit");
        cursor.skip("=");
        long limit = number(cursor, 10);
        if (!cursor.atEnd()) {
            throw new SyntaxProblem("head takes a number in the translated subset", cursor.offset());
        }
        return relation.then(" LIMIT " + limit);
    }

    /** {@code dedup fields}: the first row of each combination; rows without one of the fields are dropped. */
    static Relation dedup(Cursor cursor, Relation relation) {
        List<Sql> fields = new ArrayList<>();
        while (!cursor.atEnd()) {
            fields.add(relation.field(cursor.name().value()));
            cursor.skip(",");
        }
        if (fields.isEmpty()) {
            throw new SyntaxProblem("dedup needs a field", cursor.offset());
        }
        String present = fields.stream().map(f -> f.text() + " IS NOT NULL").collect(Collectors.joining(" AND "));
        String list = fields.stream().map(Sql::text).collect(Collectors.joining(", "));
        return relation.where(present).then(" QUALIFY row_number() OVER (PARTITION BY " + list + ") = 1");
    }

    private static long number(Cursor cursor, long otherwise) {
        boolean given = !cursor.atEnd() && cursor.peek().value().matches("\\d{1,9}");
        return given ? Long.parseLong(cursor.next().value()) : otherwise;
    }
}
