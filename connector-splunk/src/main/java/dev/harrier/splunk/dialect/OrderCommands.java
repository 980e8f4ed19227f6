package dev.harrier.splunk.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Commands about the order and number of rows: {@code sort}, {@code head}, {@code dedup}. */
final class OrderCommands {
    private static final long SORT_LIMIT = 10_000;

    private OrderCommands() {}

    /** {@code sort [n] [-|+]field …}, also {@code num(field)}: 10,000 rows unless told otherwise, 0 for all. */
    static Relation sort(Cursor cursor, Relation relation) {
        long limit = number(cursor, SORT_LIMIT);
        List<String> keys = new ArrayList<>();
        Relation.Order order = Relation.Order.KNOWN;
        while (!cursor.atEnd()) {
            String word = cursor.name().value();
            boolean down = word.startsWith("-");
            String name = field(cursor, down || word.startsWith("+") ? word.substring(1) : word);
            if (keys.isEmpty() && name.equals("_time")) {
                order = down ? Relation.Order.BY_TIME_DOWN : Relation.Order.BY_TIME;
            }
            keys.add(relation.field(name).text() + (down ? " DESC NULLS LAST" : " NULLS LAST"));
            cursor.skip(",");
        }
        if (keys.isEmpty()) {
            throw new SyntaxProblem("sort needs a field", cursor.offset());
        }
        Relation sorted = relation.sorted(String.join(", ", keys), order);
        return limit == 0 ? sorted : sorted.where(Relation.ROW + " <= " + limit);
    }

    /** A field after its sign, or inside {@code num()}, {@code str()} or {@code auto()}: columns have their types here. */
    private static String field(Cursor cursor, String written) {
        String name = written.isEmpty() ? cursor.name().value() : written;
        if (!cursor.skip("(")) {
            return name;
        }
        if (!List.of("num", "str", "auto").contains(name)) {
            throw new SyntaxProblem("sort by " + name + "() is not in the translated subset", cursor.offset());
        }
        String inner = cursor.name().value();
        cursor.expect(")");
        return inner;
    }

    /** {@code head [n]}: 10 when left out. */
    static Relation head(Cursor cursor, Relation relation) {
        cursor.skip("limit");
        cursor.skip("=");
        long limit = number(cursor, 10);
        if (!cursor.atEnd()) {
            throw new SyntaxProblem("head takes a number in the translated subset", cursor.offset());
        }
        return relation.first(limit);
    }

    /** {@code dedup [n] fields}: the first n rows of each combination; rows without one of the fields are dropped. */
    static Relation dedup(Cursor cursor, Relation relation) {
        long most = number(cursor, 1);
        List<Sql> fields = new ArrayList<>();
        while (!cursor.atEnd()) {
            fields.add(relation.field(cursor.name().value()));
            cursor.skip(",");
        }
        if (fields.isEmpty()) {
            throw new SyntaxProblem("dedup needs a field", cursor.offset());
        }
        return relation.where(
                        fields.stream().map(f -> f.text() + " IS NOT NULL").collect(Collectors.joining(" AND ")))
                .then(firstOf(fields, relation, most));
    }

    /** Keeps the first rows of each combination. */
    static String firstOf(List<Sql> fields, Relation relation, long most) {
        String list = fields.stream().map(Sql::text).collect(Collectors.joining(", "));
        return " QUALIFY row_number() OVER (PARTITION BY " + list
                + (relation.ordered() ? " ORDER BY " + Relation.ROW : "") + ") <= " + most;
    }

    private static long number(Cursor cursor, long otherwise) {
        boolean given = !cursor.atEnd() && cursor.peek().value().matches("\\d{1,9}");
        return given ? Long.parseLong(cursor.next().value()) : otherwise;
    }
}
