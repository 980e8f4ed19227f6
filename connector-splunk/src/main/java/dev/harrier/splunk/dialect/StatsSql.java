package dev.harrier.splunk.dialect;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * {@code stats} (Search Reference): aggregations, also of {@code eval(…)}, by fields. Rows in which a group-by field is null are
 * left out. Not thread-safe.
 */
final class StatsSql {
    private final Cursor cursor;
    private final Relation relation;
    private final String text;
    private final Map<String, Aggregate> aggregates = new LinkedHashMap<>();

    private StatsSql(Command command, Relation relation, String text) {
        this.cursor = new Cursor(command);
        this.relation = relation;
        this.text = text;
    }

    static Relation of(Command command, Relation relation, String text) {
        StatsSql stats = new StatsSql(command, relation, text);
        while (!stats.cursor.atEnd() && !stats.cursor.sees("by")) {
            stats.aggregate();
            stats.cursor.skip(",");
        }
        return stats.grouped();
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
        aggregates.put(name, Aggregate.of(function.value().toLowerCase(Locale.ROOT), value, function.start()));
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

    private Relation grouped() {
        Map<String, Sql> groups = new LinkedHashMap<>();
        Relation rows = relation;
        if (cursor.skip("by")) {
            while (!cursor.atEnd()) {
                Token field = cursor.name();
                groups.put(field.value(), relation.field(field.value()));
                rows = rows.where(relation.field(field.value()).text() + " IS NOT NULL");
                cursor.skip(",");
            }
        }
        return Aggregate.grouped(rows, groups, aggregates);
    }
}
