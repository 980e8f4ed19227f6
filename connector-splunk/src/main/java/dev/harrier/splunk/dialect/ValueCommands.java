package dev.harrier.splunk.dialect;

import dev.harrier.dialect.SqlText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands that take values apart: {@code rex}, {@code mvexpand}. */
final class ValueCommands {
    private static final Pattern GROUP =
            Pattern.compile("(?<!\\\\)\\((?!\\?)|\\(\\?P?<(?<name>[A-Za-z_][A-Za-z0-9_]*)>");

    private ValueCommands() {}

    /** {@code rex field=x "…(?<name>…)…"}: where it does not match, a field stays as it was. */
    static Relation rex(Cursor cursor, Relation relation) {
        if (!cursor.skip("field")) {
            throw new SyntaxProblem("rex over _raw is not in the translated subset", cursor.offset());
        }
        cursor.expect("=");
        Sql field = relation.field(cursor.name().value()).asText();
        Token expression = cursor.next();
        if (expression.kind() != Token.Kind.STRING || !cursor.atEnd()) {
            throw new SyntaxProblem("rex takes one expression in the translated subset", expression.start());
        }
        String regex = RegexSql.of(
                Sql.text(expression.value().replaceAll("\\(\\?P?<[A-Za-z_][A-Za-z0-9_]*>", "(")), expression.start());
        Map<String, Sql> all = relation.fields();
        groups(expression.value()).forEach((name, number) -> {
            String found = "CASE WHEN regexp_matches(" + field.text() + ", " + regex + ") THEN regexp_extract("
                    + field.text() + ", " + regex + ", " + number + ") ELSE "
                    + relation.field(name).asText().text() + " END";
            all.put(name, new Sql("(" + found + ")", Type.TEXT));
        });
        return relation.select(all);
    }

    /** Named groups and their numbers among all that capture. */
    private static Map<String, Integer> groups(String expression) {
        Map<String, Integer> groups = new LinkedHashMap<>();
        Matcher matcher = GROUP.matcher(expression);
        for (int number = 1; matcher.find(); number++) {
            if (matcher.group("name") != null) {
                groups.put(matcher.group("name"), number);
            }
        }
        return groups;
    }

    /** {@code mvexpand field}: a row for each line of a multivalue field. */
    static Relation mvexpand(Cursor cursor, Relation relation) {
        String name = cursor.name().value();
        Map<String, Sql> all = relation.fields();
        Sql values = relation.field(name).asText();
        all.put(name, new Sql("unnest(string_split(" + values.text() + ", chr(10)))", Type.TEXT));
        return relation.where(SqlText.identifier(name) + " IS NOT NULL").select(all);
    }
}
