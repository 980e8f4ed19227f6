package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.SqlText;
import dev.harrier.sentinel.dialect.KqlExpression.Argument;
import dev.harrier.sentinel.dialect.KqlExpression.Between;
import dev.harrier.sentinel.dialect.KqlExpression.Binary;
import dev.harrier.sentinel.dialect.KqlExpression.Call;
import dev.harrier.sentinel.dialect.KqlExpression.Constant;
import dev.harrier.sentinel.dialect.KqlExpression.In;
import dev.harrier.sentinel.dialect.KqlExpression.Items;
import dev.harrier.sentinel.dialect.KqlExpression.Member;
import dev.harrier.sentinel.dialect.KqlExpression.Name;
import dev.harrier.sentinel.dialect.KqlExpression.Star;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lifts window functions out of expressions, the innermost first, each into a hidden column of its own: SQL allows no window inside
 * a window or a WHERE. They need serialized rows, see learn.microsoft.com/kusto/query/window-functions. Not thread-safe.
 */
final class SqlWindows implements KqlExpression.Visitor<KqlExpression> {
    private static final Set<String> FUNCTIONS =
            Set.of("prev", "next", "row_number", "row_cumsum", "row_window_session");

    private final Map<String, KqlExpression> lets;
    private final SqlRelation input;
    private SqlRelation relation;

    SqlWindows(SqlRelation input, Map<String, KqlExpression> lets) {
        this.input = input;
        this.relation = input;
        this.lets = lets;
    }

    /** Rows numbered by sort keys, or as they come where these are empty. */
    static SqlRelation numbered(SqlRelation rows, String keys) {
        String order = keys.isEmpty() ? "" : "ORDER BY " + keys;
        return with(shown(rows), SqlScope.ROW, new SqlValue("row_number() OVER (" + order + ")", SqlType.LONG));
    }

    private static SqlRelation shown(SqlRelation rows) {
        SqlScope scope = rows.scope().shown();
        return rows.scope().equals(scope)
                ? rows
                : new SqlRelation("SELECT " + scope.list() + " FROM (" + rows.sql() + ")", scope);
    }

    static SqlRelation with(SqlRelation rows, String name, SqlValue value) {
        Map<String, SqlScope.Column> columns = new LinkedHashMap<>(rows.scope().columns());
        columns.put(name, new SqlScope.Column(value.type(), true));
        return new SqlRelation(
                "SELECT " + rows.scope().list() + ", " + value.sql() + " AS " + SqlText.identifier(name) + " FROM ("
                        + rows.sql() + ")",
                new SqlScope(columns));
    }

    /** The expression with names in place of its windows. */
    KqlExpression hoisted(KqlExpression expression) {
        return expression.accept(this);
    }

    /** Whether anything was lifted out. */
    boolean any() {
        return !relation.equals(input);
    }

    /** The rows with what was lifted out. */
    SqlRelation relation() {
        return relation;
    }

    private List<KqlExpression> all(List<KqlExpression> expressions) {
        return expressions.stream().map(this::hoisted).toList();
    }

    @Override
    public KqlExpression call(Call call) {
        List<Argument> arguments = call.arguments().stream()
                .map(a -> new Argument(a.name(), hoisted(a.value())))
                .toList();
        Call inner = new Call(call.function(), arguments, call.place());
        if (!FUNCTIONS.contains(call.function())) {
            return inner;
        }
        if (!relation.scope().numbered()) {
            throw new KqlSyntaxException(
                    call.function() + "() needs rows in an order: a sort or serialize before it", call.place());
        }
        SqlWindow window = new SqlWindow(relation, lets);
        SqlValue value = window.of(inner);
        String name = SqlScope.HIDDEN + window.relation().scope().columns().size();
        relation = with(window.relation(), name, value);
        return new Name(name, call.place());
    }

    @Override
    public KqlExpression name(Name name) {
        return name;
    }

    @Override
    public KqlExpression constant(Constant constant) {
        return constant;
    }

    @Override
    public KqlExpression star(Star star) {
        return star;
    }

    @Override
    public KqlExpression items(Items items) {
        return new Items(all(items.items()), items.place());
    }

    @Override
    public KqlExpression member(Member member) {
        return new Member(hoisted(member.target()), member.name(), member.place());
    }

    @Override
    public KqlExpression binary(Binary binary) {
        return new Binary(binary.operator(), hoisted(binary.left()), hoisted(binary.right()), binary.place());
    }

    @Override
    public KqlExpression in(In in) {
        return new In(in.operator(), hoisted(in.left()), all(in.items()), in.place());
    }

    @Override
    public KqlExpression between(Between between) {
        return new Between(
                hoisted(between.value()),
                hoisted(between.low()),
                hoisted(between.high()),
                between.negated(),
                between.place());
    }
}
