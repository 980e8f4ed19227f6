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

/**
 * {@code join} of every kind, and {@code lookup} (learn.microsoft.com/kusto/query/join-operator). Without a kind, one row of the left
 * per key remains; which one, Kusto leaves open.
 */
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
            case "inner" -> joined("JOIN", left.sql(), on);
            case "", "innerunique" -> joined("JOIN", unique(join), on);
            case "leftouter" -> joined("LEFT JOIN", left.sql(), on);
            case "rightouter" -> joined("RIGHT JOIN", left.sql(), on);
            case "fullouter" -> joined("FULL JOIN", left.sql(), on);
            case "leftsemi" -> filtered("EXISTS", on);
            case "leftanti", "anti", "leftantisemi" -> filtered("NOT EXISTS", on);
            case "rightsemi", "rightanti" ->
                throw SqlExpressions.unsupported("join kind=" + join.kind() + "; turn it round", join.place());
            default -> throw SqlExpressions.unsupported("join kind=" + join.kind(), join.place());
        };
    }

    /** The keys stay as they are on the left. */
    SqlRelation lookup(Join join) {
        String kind = join.kind().isEmpty() ? "leftouter" : join.kind();
        SqlRelation all = of(new Join(kind, join.right(), join.on(), join.place()));
        Map<String, SqlScope.Column> columns = new LinkedHashMap<>(all.scope().columns());
        join.on().forEach(on -> columns.remove(rightName(on, left)));
        SqlScope scope = new SqlScope(columns);
        return new SqlRelation("SELECT " + scope.list() + " FROM (" + all.sql() + ")", scope);
    }

    private static String rightName(KqlExpression on, SqlRelation left) {
        String name = on instanceof Name same ? same.name() : names((Binary) on).get(1);
        return left.scope().column(name).isPresent() ? name + "1" : name;
    }

    private String unique(Join join) {
        String keys = join.on().stream()
                .map(on -> on instanceof Name same
                        ? same.name()
                        : names((Binary) on).get(0))
                .map(SqlText::identifier)
                .collect(Collectors.joining(", "));
        return "SELECT * FROM (" + left.sql() + ") QUALIFY row_number() OVER (PARTITION BY " + keys + ") = 1";
    }

    /** Left and right of {@code $left.a == $right.b}, in this order. */
    private static List<String> names(Binary on) {
        Member a = (Member) on.left();
        Member b = (Member) on.right();
        return ((Name) a.target()).name().equals("$left") ? List.of(a.name(), b.name()) : List.of(b.name(), a.name());
    }

    private String key(KqlExpression on) {
        if (on instanceof Name name) {
            return equal(name.name(), name.name(), on.place());
        }
        if (on instanceof Binary binary
                && binary.operator().equals("==")
                && binary.left() instanceof Member a
                && binary.right() instanceof Member b
                && a.target() instanceof Name
                && b.target() instanceof Name) {
            return equal(names(binary).get(0), names(binary).get(1), on.place());
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

    private SqlRelation joined(String join, String rows, String on) {
        Map<String, SqlScope.Column> columns = new LinkedHashMap<>();
        List<String> list = new ArrayList<>();
        left.scope().columns().forEach((name, column) -> add(columns, list, "l", name, name, column));
        right.scope().shown().columns().forEach((name, column) -> {
            String renamed = columns.containsKey(name) ? name + "1" : name;
            add(columns, list, "r", name, renamed, column);
        });
        return new SqlRelation(
                "SELECT " + SqlScope.list(list) + " FROM (" + rows + ") AS l " + join + " (" + right.sql()
                        + ") AS r ON " + on,
                new SqlScope(columns));
    }

    /** An outer join leaves nulls, which a text is never. */
    private static void add(
            Map<String, SqlScope.Column> columns,
            List<String> list,
            String side,
            String name,
            String renamed,
            SqlScope.Column column) {
        columns.put(renamed, column);
        if (column.filled()) {
            String value = side + "." + SqlText.identifier(name);
            list.add((column.type() == SqlType.TEXT ? "coalesce(" + value + ", '')" : value) + " AS "
                    + SqlText.identifier(renamed));
        }
    }
}
