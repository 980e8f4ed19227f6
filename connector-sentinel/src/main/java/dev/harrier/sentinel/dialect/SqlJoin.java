package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.SqlText;
import dev.harrier.sentinel.dialect.KqlExpression.Binary;
import dev.harrier.sentinel.dialect.KqlExpression.Member;
import dev.harrier.sentinel.dialect.KqlExpression.Name;
import dev.harrier.sentinel.dialect.KqlStep.Join;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code join} of kinds inner, leftsemi and leftanti. */
final class SqlJoin {
    private final SqlRelation left;
    private final SqlRelation right;

    SqlJoin(SqlRelation left, SqlRelation right) {
        this.left = left;
        this.right = right;
    }

    SqlRelation of(Join join) {
        String on = join.on().stream().map(this::key).collect(Collectors.joining(" AND "));
        return switch (join.kind()) {
            case "inner" -> inner(on);
            case "leftsemi" -> filtered("EXISTS", on);
            case "leftanti" -> filtered("NOT EXISTS", on);
            case "" ->
                throw SqlExpressions.unsupported(
                        "a join without kind=inner (Kusto drops left duplicates)", join.place());
            default -> throw SqlExpressions.unsupported("join kind=" + join.kind(), join.place());
        };
    }

    private String key(KqlExpression on) {
        if (on instanceof Name name) {
            return equal(name.name(), name.name(), on.place());
        }
        if (on instanceof Binary binary
                && binary.operator().equals("==")
                && binary.left() instanceof Member a
                && binary.right() instanceof Member b
                && a.target() instanceof Name side) {
            return side.name().equals("$left")
                    ? equal(a.name(), b.name(), on.place())
                    : equal(b.name(), a.name(), on.place());
        }
        throw SqlExpressions.unsupported("such a join condition", on.place());
    }

    private String equal(String leftName, String rightName, Place place) {
        boolean both = left.scope()
                        .column(leftName)
                        .map(SqlScope.Column::filled)
                        .orElse(false)
                && right.scope().column(rightName).map(SqlScope.Column::filled).orElse(false);
        if (!both) {
            throw new KqlSyntaxException("no column to join on", place);
        }
        return "l." + SqlText.identifier(leftName) + " = r." + SqlText.identifier(rightName);
    }

    private SqlRelation filtered(String exists, String on) {
        return new SqlRelation(
                "SELECT " + left.scope().list() + " FROM (" + left.sql() + ") AS l WHERE " + exists
                        + " (SELECT 1 FROM (" + right.sql() + ") AS r WHERE " + on + ")",
                left.scope());
    }

    private SqlRelation inner(String on) {
        Map<String, SqlScope.Column> columns = new LinkedHashMap<>(left.scope().columns());
        List<String> list = new ArrayList<>();
        left.scope().columns().forEach((name, column) -> {
            if (column.filled()) {
                list.add("l." + SqlText.identifier(name) + " AS " + SqlText.identifier(name));
            }
        });
        right.scope().columns().forEach((name, column) -> {
            String renamed = columns.containsKey(name) ? name + "1" : name;
            columns.put(renamed, column);
            if (column.filled()) {
                list.add("r." + SqlText.identifier(name) + " AS " + SqlText.identifier(renamed));
            }
        });
        return new SqlRelation(
                "SELECT " + SqlScope.list(list) + " FROM (" + left.sql() + ") AS l JOIN (" + right.sql() + ") AS r ON "
                        + on,
                new SqlScope(columns));
    }
}
