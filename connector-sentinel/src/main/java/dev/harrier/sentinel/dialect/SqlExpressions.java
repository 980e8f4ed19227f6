package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.SqlText;
import dev.harrier.sentinel.dialect.KqlExpression.Between;
import dev.harrier.sentinel.dialect.KqlExpression.Binary;
import dev.harrier.sentinel.dialect.KqlExpression.Call;
import dev.harrier.sentinel.dialect.KqlExpression.Constant;
import dev.harrier.sentinel.dialect.KqlExpression.In;
import dev.harrier.sentinel.dialect.KqlExpression.Items;
import dev.harrier.sentinel.dialect.KqlExpression.Member;
import dev.harrier.sentinel.dialect.KqlExpression.Name;
import dev.harrier.sentinel.dialect.KqlExpression.Star;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Translates scalar expressions over one relation's columns; aggregates too, where asked. */
final class SqlExpressions implements KqlExpression.Visitor<SqlValue> {
    private static final Set<String> BAGS = Set.of("parse_json", "todynamic", "tostring", "toobject");

    private final SqlScope scope;
    private final Map<String, KqlExpression> lets;
    private final boolean aggregating;

    SqlExpressions(SqlScope scope, Map<String, KqlExpression> lets, boolean aggregating) {
        this.scope = scope;
        this.lets = lets;
        this.aggregating = aggregating;
    }

    SqlScope scope() {
        return scope;
    }

    SqlExpressions withoutAggregates() {
        return new SqlExpressions(scope, lets, false);
    }

    SqlValue of(KqlExpression expression) {
        return expression.accept(this);
    }

    SqlValue of(KqlExpression expression, SqlType type) {
        SqlValue value = of(expression);
        if (value.type() != type) {
            throw new KqlSyntaxException(
                    "expected " + type.name().toLowerCase(java.util.Locale.ROOT) + ", met "
                            + value.type().name().toLowerCase(java.util.Locale.ROOT),
                    expression.place());
        }
        return value;
    }

    static KqlSyntaxException unsupported(String what, Place place) {
        return new KqlSyntaxException(what + " is outside the lab's subset of KQL", place);
    }

    /** What a name stands for: a constant bound by {@code let}, or the expression itself. */
    KqlExpression resolved(KqlExpression expression) {
        return expression instanceof Name name && scope.column(name.name()).isEmpty() && lets.containsKey(name.name())
                ? resolved(lets.get(name.name()))
                : expression;
    }

    /** A text that is known without any event. */
    String constantText(KqlExpression expression) {
        KqlExpression resolved = resolved(expression);
        if (resolved instanceof Constant constant && constant.kind() == Constant.Kind.TEXT) {
            return constant.text();
        }
        throw unsupported("anything but a literal text here", expression.place());
    }

    /** The members of a list, a {@code let}-bound one included. */
    List<KqlExpression> members(List<KqlExpression> items) {
        List<KqlExpression> all = new ArrayList<>();
        for (KqlExpression item : items) {
            KqlExpression resolved = resolved(item);
            if (resolved instanceof Items list) {
                all.addAll(members(list.items()));
            } else {
                all.add(resolved);
            }
        }
        return all;
    }

    @Override
    public SqlValue name(Name name) {
        Optional<SqlScope.Column> column = scope.column(name.name());
        if (column.isEmpty() && lets.containsKey(name.name())) {
            return of(lets.get(name.name()));
        }
        return column(name.name(), column, name.place());
    }

    private static SqlValue column(String name, Optional<SqlScope.Column> column, Place place) {
        SqlScope.Column found = column.orElseThrow(() -> new KqlSyntaxException("no column " + name + " here", place));
        if (!found.filled()) {
            throw new KqlSyntaxException("the lab has no events that fill the column " + name, place);
        }
        return new SqlValue(SqlText.identifier(name), found.type());
    }

    @Override
    public SqlValue constant(Constant constant) {
        return switch (constant.kind()) {
            case TEXT -> SqlValue.text(literal(constant));
            case LONG -> new SqlValue(number(constant), SqlType.LONG);
            case REAL -> new SqlValue("CAST(" + constant.text() + " AS DOUBLE)", SqlType.REAL);
            case FLAG -> new SqlValue(constant.text(), SqlType.FLAG);
            case TIME -> SqlTimes.instant(constant);
            case SPAN -> SqlTimes.span(constant);
        };
    }

    private static String literal(Constant constant) {
        try {
            return SqlText.literal(constant.text());
        } catch (IllegalArgumentException e) {
            throw new KqlSyntaxException(String.valueOf(e.getMessage()), constant.place());
        }
    }

    private static String number(Constant constant) {
        try {
            return Long.decode(
                            constant.text().startsWith("0x")
                                    ? constant.text()
                                    : constant.text().replaceFirst("^0+(?=.)", ""))
                    .toString();
        } catch (NumberFormatException e) {
            throw new KqlSyntaxException("a number out of range", constant.place());
        }
    }

    @Override
    public SqlValue items(Items items) {
        List<String> texts = members(items.items()).stream()
                .map(i -> of(i, SqlType.TEXT).sql())
                .toList();
        return new SqlValue("CAST([" + String.join(", ", texts) + "] AS VARCHAR[])", SqlType.LIST);
    }

    @Override
    public SqlValue member(Member member) {
        KqlExpression bag = unwrapped(member.target());
        if (member.name().matches("\\[[0-9]{1,6}]") && isList(bag)) {
            int at = Integer.parseInt(member.name().substring(1, member.name().length() - 1)) + 1;
            return SqlValue.text("coalesce(" + of(bag).sql() + "[" + at + "], '')");
        }
        String path = member.name();
        while (bag instanceof Member outer) {
            path = outer.name() + "." + path;
            bag = unwrapped(outer.target());
        }
        if (!(bag instanceof Name name)) {
            throw unsupported("a path into anything but a dynamic column", member.place());
        }
        String key = name.name() + "." + path;
        return column(key, scope.column(key), member.place());
    }

    private static KqlExpression unwrapped(KqlExpression expression) {
        KqlExpression bag = expression;
        while (bag instanceof Call call
                && BAGS.contains(call.function())
                && call.arguments().size() == 1) {
            bag = call.argument(0);
        }
        return bag;
    }

    private boolean isList(KqlExpression expression) {
        return expression instanceof Call call
                ? call.function().equals("split")
                : expression instanceof Name name
                        && scope.column(name.name())
                                .filter(c -> c.type() == SqlType.LIST)
                                .isPresent();
    }

    @Override
    public SqlValue call(Call call) {
        Optional<SqlValue> aggregate = aggregating ? new SqlAggregates(this).of(call) : Optional.empty();
        return aggregate.orElseGet(() -> new SqlFunctions(this).of(call));
    }

    @Override
    public SqlValue binary(Binary binary) {
        return new SqlOperators(this).of(binary);
    }

    @Override
    public SqlValue in(In in) {
        return new SqlOperators(this).of(in);
    }

    @Override
    public SqlValue between(Between between) {
        SqlValue value = of(between.value());
        String test = value.sql() + " BETWEEN "
                + of(between.low(), value.type()).sql() + " AND "
                + of(between.high(), value.type()).sql();
        return SqlValue.flag((between.negated() ? "NOT " : "") + "(" + test + ")");
    }

    @Override
    public SqlValue star(Star star) {
        throw unsupported("* as a value", star.place());
    }
}
