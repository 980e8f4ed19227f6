package dev.harrier.splunk.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Commands that change values: {@code bin}, {@code fillnull}, {@code convert}. */
final class RowCommands {
    private RowCommands() {}

    /** {@code bin field span=…} or {@code bin span=… field}. */
    static Relation bin(Cursor cursor, Relation relation) {
        String field = "";
        Span span = null;
        while (!cursor.atEnd()) {
            Token token = cursor.name();
            if (token.is("span") && cursor.skip("=")) {
                span = Span.of(cursor.next());
            } else {
                field = token.value();
            }
        }
        if (span == null || field.isEmpty()) {
            throw new SyntaxProblem("bin needs a field and a span", cursor.offset());
        }
        return relation.with(field, span.floor(relation.field(field)));
    }

    /** {@code fillnull [value=x] [fields]}; 0 and all fields when left out. */
    static Relation fillnull(Cursor cursor, Relation relation) {
        String value = "0";
        if (cursor.sees("value") && cursor.sees("=", 1)) {
            cursor.next();
            cursor.next();
            value = cursor.name().value();
        }
        Map<String, Sql> all = relation.fields();
        for (String name : names(cursor, relation)) {
            all.put(name, filled(relation.field(name), value));
        }
        return relation.select(all);
    }

    private static List<String> names(Cursor cursor, Relation relation) {
        List<String> names = new ArrayList<>();
        while (!cursor.atEnd()) {
            names.add(cursor.name().value());
            cursor.skip(",");
        }
        return names.isEmpty() ? List.copyOf(relation.columns().keySet()) : names;
    }

    private static Sql filled(Sql field, String value) {
        boolean number = field.type().isNumeric() && value.matches("-?\\d{1,15}");
        return number
                ? new Sql("coalesce(" + field.text() + ", " + value + ")", field.type())
                : new Sql(
                        "coalesce(" + field.asText().text() + ", "
                                + Sql.text(value).text() + ")",
                        Type.TEXT);
    }

    /** {@code convert [timeformat="…"] ctime(field) …}. */
    static Relation convert(Cursor cursor, Relation relation) {
        String format = "%m/%d/%Y %H:%M:%S";
        Relation result = relation;
        while (!cursor.atEnd()) {
            Token word = cursor.name();
            if (word.is("timeformat")) {
                cursor.expect("=");
                format = cursor.name().value();
            } else if (word.is("ctime")) {
                result = ctime(cursor, result, format);
            } else {
                throw new SyntaxProblem("convert " + word.value() + " is not in the translated subset", word.start());
            }
        }
        return result;
    }

    private static Relation ctime(Cursor cursor, Relation relation, String format) {
        cursor.expect("(");
        Token field = cursor.name();
        cursor.expect(")");
        String target = cursor.skip("as") ? cursor.name().value() : field.value();
        List<Sql> arguments = List.of(relation.field(field.value()), Sql.text(format));
        return relation.with(target, EvalFunctions.call("strftime", arguments, field.start()));
    }
}
