package dev.harrier.splunk.dialect;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The aggregations of {@code stats} and its kin, also of {@code eval(…)}, then the fields behind {@code by}. Not thread-safe. */
final class AggregateList {
    private final Cursor cursor;
    private final Relation relation;
    private final String text;
    private final Map<String, Aggregate> aggregates = new LinkedHashMap<>();
    private final Map<String, Sql> groups = new LinkedHashMap<>();

    /**
     * Reads to the end.
     *
     * @param cursor behind the command's options
     */
    AggregateList(Cursor cursor, Relation relation, String text) {
        this.cursor = cursor;
        this.relation = relation;
        this.text = text;
        while (!cursor.atEnd() && !cursor.sees("by")) {
            aggregate();
            cursor.skip(",");
        }
        by();
    }

    Map<String, Aggregate> aggregates() {
        return aggregates;
    }

    Map<String, Sql> groups() {
        return groups;
    }

    private void by() {
        if (cursor.skip("by")) {
            while (!cursor.atEnd()) {
                Token field = cursor.name();
                groups.put(field.value(), relation.field(field.value()));
                cursor.skip(",");
            }
        }
    }

    private void aggregate() {
        if (cursor.sees("(", 1) && cursor.sees("eval", 2)) {
            evaluated();
        } else {
            AggregateCall call = AggregateCall.read(cursor);
            aggregates.put(call.name(), call.over(relation));
        }
    }

    private void evaluated() {
        Token function = cursor.next();
        cursor.expect("(");
        cursor.expect("eval");
        cursor.expect("(");
        int start = cursor.offset();
        int end = skipToClose();
        Sql value = counted(new EvalParser(text, start, end, relation).whole());
        cursor.expect(")");
        String name =
                cursor.skip("as") ? cursor.name().value() : text.substring(function.start(), cursor.offsetBehind());
        aggregates.put(
                name, Aggregate.of(function.value().toLowerCase(Locale.ROOT), value, relation, function.start()));
    }

    /** {@code count(eval(condition))} counts the rows for which it is true. */
    private static Sql counted(Sql value) {
        return value.type() == Type.FLAG ? new Sql("CASE WHEN " + value.text() + " THEN 1 END", Type.INTEGER) : value;
    }

    /** Goes past the parenthesis that closes what is open; its offset. */
    private int skipToClose() {
        for (int depth = 1; ; ) {
            Token token = cursor.next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                return token.start();
            }
        }
    }
}
