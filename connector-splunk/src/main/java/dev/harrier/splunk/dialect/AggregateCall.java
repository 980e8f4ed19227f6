package dev.harrier.splunk.dialect;

import java.util.Locale;

/**
 * An aggregation as written, before its rows are known.
 *
 * @param function lower case
 * @param field empty for a bare {@code count}
 * @param name of the result
 * @param start offset
 */
record AggregateCall(String function, String field, String name, int start) {
    /** {@code function[(field)] [as name]}. */
    static AggregateCall read(Cursor cursor) {
        Token function = cursor.next();
        String field = "";
        if (cursor.skip("(")) {
            field = cursor.name().value();
            cursor.expect(")");
        }
        String written = field.isEmpty() ? function.value() : function.value() + "(" + field + ")";
        String name = cursor.skip("as") ? cursor.name().value() : written;
        return new AggregateCall(function.value().toLowerCase(Locale.ROOT), field, name, function.start());
    }

    Aggregate over(Relation relation) {
        return field.isEmpty()
                ? Aggregate.rows(function, start)
                : Aggregate.of(function, relation.field(field), relation, start);
    }
}
