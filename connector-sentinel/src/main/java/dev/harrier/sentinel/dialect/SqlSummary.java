package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.SqlText;
import dev.harrier.sentinel.dialect.KqlExpression.Argument;
import dev.harrier.sentinel.dialect.KqlExpression.Call;
import dev.harrier.sentinel.dialect.KqlExpression.Name;
import dev.harrier.sentinel.dialect.KqlExpression.Star;
import dev.harrier.sentinel.dialect.KqlStep.Summarize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code summarize}: one row per group, or exactly one row without groups. Not thread-safe. */
final class SqlSummary {
    private final SqlRelation input;
    private final SqlExpressions plain;
    private final SqlExpressions aggregating;
    private final Map<String, SqlScope.Column> columns = new LinkedHashMap<>();
    private final List<String> list = new ArrayList<>();

    SqlSummary(SqlRelation input, Map<String, KqlExpression> lets) {
        this.input = input;
        this.plain = new SqlExpressions(input.scope(), lets, false);
        this.aggregating = new SqlExpressions(input.scope(), lets, true);
    }

    SqlRelation of(Summarize summarize) {
        summarize.by().forEach(g -> add(groupName(g), plain.of(g.value())));
        int groups = list.size();
        summarize.aggregates().forEach(this::aggregate);
        String by = IntStream.rangeClosed(1, groups).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return new SqlRelation(
                "SELECT " + SqlScope.list(list) + " FROM (" + input.sql() + ")" + (groups > 0 ? " GROUP BY " + by : ""),
                new SqlScope(columns));
    }

    private void add(String name, SqlValue value) {
        columns.put(name, new SqlScope.Column(value.type(), true));
        list.add(value.sql() + " AS " + SqlText.identifier(name));
    }

    private static String groupName(Argument group) {
        if (group.named()) {
            return group.name();
        }
        KqlExpression value =
                group.value() instanceof Call call && !call.arguments().isEmpty() ? call.argument(0) : group.value();
        if (value instanceof Name name && (group.value() == value || isBin((Call) group.value()))) {
            return name.name();
        }
        throw SqlExpressions.unsupported("a group without a name", group.value().place());
    }

    private static boolean isBin(Call call) {
        return call.function().equals("bin") || call.function().equals("floor");
    }

    private void aggregate(Argument item) {
        if (item.value() instanceof Call call
                && (call.function().equals("arg_max") || call.function().equals("arg_min"))) {
            extreme(item, call);
        } else {
            add(item.named() ? item.name() : defaultName(item.value()), aggregating.of(item.value()));
        }
    }

    private static String defaultName(KqlExpression value) {
        if (value instanceof Call call && call.arguments().isEmpty()) {
            return call.function() + "_";
        }
        if (value instanceof Call call && call.argument(0) instanceof Name name) {
            return call.function() + "_" + name.name();
        }
        throw SqlExpressions.unsupported("an aggregate without a name", value.place());
    }

    /** The row with the greatest or least value: that value, and the columns asked for. */
    private void extreme(Argument item, Call call) {
        SqlValue by = plain.of(call.argument(0));
        String function = call.function().equals("arg_max") ? "max" : "min";
        add(item.named() ? item.name() : defaultNameOf(call), new SqlValue(function + "(" + by.sql() + ")", by.type()));
        for (String name : followers(call)) {
            SqlValue value = plain.of(new Name(name, call.place()));
            add(name, new SqlValue(call.function() + "_null(" + value.sql() + ", " + by.sql() + ")", value.type()));
        }
    }

    private static String defaultNameOf(Call call) {
        return call.argument(0) instanceof Name name ? name.name() : defaultName(call);
    }

    private List<String> followers(Call call) {
        boolean all = call.arguments().size() == 2 && call.argument(1) instanceof Star;
        if (!all) {
            return call.arguments().stream().skip(1).map(a -> nameOf(a.value())).toList();
        }
        return input.scope().columns().entrySet().stream()
                .filter(c -> c.getValue().filled() && !columns.containsKey(c.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String nameOf(KqlExpression value) {
        if (value instanceof Name name) {
            return name.name();
        }
        throw SqlExpressions.unsupported("anything but a column here", value.place());
    }
}
