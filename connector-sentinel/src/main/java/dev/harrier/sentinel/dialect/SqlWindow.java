package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.SqlText;
import dev.harrier.sentinel.dialect.KqlExpression.Call;
import java.util.Map;

/** One window function over serialized rows, whose arguments hold none. Not thread-safe. */
final class SqlWindow {
    private static final String ORDER = "ORDER BY " + SqlText.identifier(SqlScope.ROW);

    private final Map<String, KqlExpression> lets;
    private SqlRelation relation;

    SqlWindow(SqlRelation relation, Map<String, KqlExpression> lets) {
        this.relation = relation;
        this.lets = lets;
    }

    /** The rows, with the columns that the value needs. */
    SqlRelation relation() {
        return relation;
    }

    SqlValue of(Call call) {
        try {
            return switch (call.function()) {
                case "prev" -> neighbour("lag", call);
                case "next" -> neighbour("lead", call);
                case "row_number" -> number(call);
                case "row_cumsum" -> sum(call);
                default -> session(call);
            };
        } catch (IndexOutOfBoundsException e) {
            throw new KqlSyntaxException(call.function() + "() lacks arguments", call.place());
        }
    }

    private SqlExpressions expressions() {
        return new SqlExpressions(relation.scope(), lets, false);
    }

    private SqlValue argument(Call call, int i, SqlType type) {
        return expressions().of(call.argument(i), type);
    }

    private SqlValue neighbour(String function, Call call) {
        SqlValue value = expressions().of(call.argument(0));
        String offset =
                call.arguments().size() > 1 ? argument(call, 1, SqlType.LONG).sql() : "1";
        String otherwise = call.arguments().size() > 2
                ? argument(call, 2, value.type()).sql()
                : value.type().absent();
        return new SqlValue(
                function + "(" + value.sql() + ", " + offset + ", " + otherwise + ") OVER (" + ORDER + ")",
                value.type());
    }

    private SqlValue number(Call call) {
        String first = call.arguments().isEmpty()
                ? "1"
                : argument(call, 0, SqlType.LONG).sql();
        String block = block(call, 1);
        return new SqlValue("(row_number() OVER (" + block + ORDER + ") + " + first + " - 1)", SqlType.LONG);
    }

    private SqlValue sum(Call call) {
        SqlValue value = expressions().of(call.argument(0));
        String block = block(call, 1);
        return new SqlValue(
                "CAST(coalesce(sum(" + value.sql() + ") OVER (" + block + ORDER + " ROWS UNBOUNDED PRECEDING), 0) AS "
                        + value.type().sql() + ")",
                value.type());
    }

    /** Rows from one restart to the next, as a partition; nothing where there is no such argument. */
    private String block(Call call, int i) {
        if (call.arguments().size() <= i) {
            return "";
        }
        return partition(argument(call, i, SqlType.FLAG).sql());
    }

    private String partition(String restart) {
        String name = SqlScope.HIDDEN + relation.scope().columns().size();
        String blocks =
                "sum(CASE WHEN " + restart + " THEN 1 ELSE 0 END) OVER (" + ORDER + " ROWS UNBOUNDED PRECEDING)";
        relation = SqlWindows.with(relation, name, new SqlValue(blocks, SqlType.LONG));
        return "PARTITION BY " + SqlText.identifier(name) + " ";
    }

    /**
     * A session ends at a gap to the row before, at a restart, and once it has lasted its time; only the last depends on where it
     * began, and is folded over the rows between two of the others.
     */
    private SqlValue session(Call call) {
        String time = "epoch_us(" + argument(call, 0, SqlType.TIME).sql() + ")";
        String most = argument(call, 1, SqlType.SPAN).sql();
        String gap = argument(call, 2, SqlType.SPAN).sql();
        String restart =
                call.arguments().size() > 3 ? argument(call, 3, SqlType.FLAG).sql() : "false";
        String name = SqlScope.HIDDEN + relation.scope().columns().size();
        String before = "lag(" + time + ") OVER (" + ORDER + ")";
        String breaks = "(" + before + " IS NULL OR coalesce(" + restart + ", false) OR " + time + " >= " + before
                + " + " + gap + ")";
        relation = SqlWindows.with(relation, name, new SqlValue(breaks, SqlType.FLAG));
        String block = partition(SqlText.identifier(name));
        return new SqlValue(
                "make_timestamp(list_reduce(list(" + time + ") OVER (" + block + ORDER
                        + " ROWS UNBOUNDED PRECEDING), lambda s, x: CASE WHEN x >= s + " + most
                        + " THEN x ELSE s END))",
                SqlType.TIME);
    }
}
