package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.SqlText;
import dev.harrier.sentinel.dialect.KqlExpression.Argument;
import dev.harrier.sentinel.dialect.KqlExpression.Name;
import dev.harrier.sentinel.dialect.KqlStep.Columns;
import dev.harrier.sentinel.dialect.KqlStep.Distinct;
import dev.harrier.sentinel.dialect.KqlStep.Join;
import dev.harrier.sentinel.dialect.KqlStep.Other;
import dev.harrier.sentinel.dialect.KqlStep.Rows;
import dev.harrier.sentinel.dialect.KqlStep.SortKey;
import dev.harrier.sentinel.dialect.KqlStep.Summarize;
import dev.harrier.sentinel.dialect.KqlStep.Union;
import dev.harrier.sentinel.dialect.KqlStep.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One operator put on a relation. */
final class SqlSteps implements KqlStep.Visitor<SqlRelation> {
    private final KqlTranslation translation;
    private final SqlRelation input;
    private final SqlExpressions expressions;

    SqlSteps(KqlTranslation translation, SqlRelation input) {
        this.translation = translation;
        this.input = input;
        this.expressions = new SqlExpressions(input.scope(), translation.lets(), false);
    }

    private String from() {
        return " FROM (" + input.sql() + ")";
    }

    @Override
    public SqlRelation where(Where where) {
        SqlWindows windows = new SqlWindows(input, translation.lets());
        KqlExpression predicate = windows.hoisted(where.predicate());
        return windows.any()
                ? new SqlSteps(translation, windows.relation()).plain(new Where(predicate, where.place()))
                : plain(where);
    }

    private SqlRelation plain(Where where) {
        String test = expressions.of(where.predicate(), SqlType.FLAG).sql();
        return new SqlRelation("SELECT " + input.scope().list() + from() + " WHERE " + test, input.scope());
    }

    @Override
    public SqlRelation columns(Columns columns) {
        SqlWindows windows = new SqlWindows(input, translation.lets());
        List<Argument> items = columns.items().stream()
                .map(i -> new Argument(i.name(), windows.hoisted(i.value())))
                .toList();
        return windows.any()
                ? new SqlSteps(translation, windows.relation())
                        .plain(new Columns(columns.verb(), items, columns.place()))
                : plain(columns);
    }

    private SqlRelation plain(Columns columns) {
        return switch (columns.verb()) {
            case PROJECT -> selected("SELECT ", columns.items());
            case EXTEND -> extended(columns.items());
            case AWAY -> kept(columns.items(), false);
            case KEEP -> kept(columns.items(), true);
            case REORDER -> input;
            case RENAME -> renamed(columns.items());
        };
    }

    private SqlRelation selected(String select, List<Argument> items) {
        Map<String, SqlScope.Column> columns = new LinkedHashMap<>();
        List<String> list = new ArrayList<>();
        for (Argument item : items) {
            add(columns, list, item);
        }
        if (select.equals("SELECT ") && input.scope().numbered()) {
            columns.put(SqlScope.ROW, input.scope().columns().get(SqlScope.ROW));
            list.add(SqlText.identifier(SqlScope.ROW));
        }
        return new SqlRelation(select + SqlScope.list(list) + from(), new SqlScope(columns));
    }

    private void add(Map<String, SqlScope.Column> columns, List<String> list, Argument item) {
        String name = name(item);
        boolean unfilled = item.value() instanceof Name column
                && input.scope().column(column.name()).map(c -> !c.filled()).orElse(false);
        if (unfilled) {
            columns.put(name, input.scope().column(((Name) item.value()).name()).orElseThrow());
        } else {
            SqlValue value = expressions.of(item.value());
            columns.put(name, new SqlScope.Column(value.type(), true));
            list.add(value.sql() + " AS " + SqlText.identifier(name));
        }
    }

    private static String name(Argument item) {
        if (item.named()) {
            return item.name();
        }
        if (item.value() instanceof Name name) {
            return name.name();
        }
        if (item.value() instanceof KqlExpression.Call call
                && List.of("bin", "floor").contains(call.function())
                && call.argument(0) instanceof Name name) {
            return name.name();
        }
        throw SqlExpressions.unsupported("a column without a name", item.value().place());
    }

    private SqlRelation extended(List<Argument> items) {
        Map<String, SqlScope.Column> columns = new LinkedHashMap<>(input.scope().columns());
        Map<String, String> list = new LinkedHashMap<>();
        columns.forEach((name, column) -> {
            if (column.filled()) {
                list.put(name, SqlText.identifier(name));
            }
        });
        for (Argument item : items) {
            SqlValue value = expressions.of(item.value());
            columns.put(name(item), new SqlScope.Column(value.type(), true));
            list.put(name(item), value.sql() + " AS " + SqlText.identifier(name(item)));
        }
        return new SqlRelation("SELECT " + String.join(", ", list.values()) + from(), new SqlScope(columns));
    }

    private SqlRelation kept(List<Argument> items, boolean keep) {
        List<String> named = items.stream().map(this::existing).toList();
        Map<String, SqlScope.Column> columns = new LinkedHashMap<>();
        input.scope().columns().forEach((name, column) -> {
            if (named.contains(name) == keep || name.equals(SqlScope.ROW)) {
                columns.put(name, column);
            }
        });
        SqlScope scope = new SqlScope(columns);
        return new SqlRelation("SELECT " + scope.list() + from(), scope);
    }

    private String existing(Argument item) {
        if (item.value() instanceof Name name
                && input.scope().column(name.name()).isPresent()) {
            return name.name();
        }
        throw new KqlSyntaxException("no such column here", item.value().place());
    }

    private SqlRelation renamed(List<Argument> items) {
        Map<String, String> names = items.stream()
                .collect(Collectors.toMap(i -> existing(i), Argument::name, (a, b) -> b, LinkedHashMap::new));
        Map<String, SqlScope.Column> columns = new LinkedHashMap<>();
        List<String> list = new ArrayList<>();
        input.scope().columns().forEach((name, column) -> {
            String renamed = names.getOrDefault(name, name);
            columns.put(renamed, column);
            if (column.filled()) {
                list.add(SqlText.identifier(name) + " AS " + SqlText.identifier(renamed));
            }
        });
        return new SqlRelation("SELECT " + SqlScope.list(list) + from(), new SqlScope(columns));
    }

    @Override
    public SqlRelation summarize(Summarize summarize) {
        return new SqlSummary(input, translation.lets()).of(summarize);
    }

    @Override
    public SqlRelation rows(Rows rows) {
        String keys = rows.order().stream().map(this::key).collect(Collectors.joining(", "));
        return keys.isEmpty() ? limited(rows, "") : SqlWindows.numbered(limited(rows, keys), keys);
    }

    private SqlRelation limited(Rows rows, String order) {
        return new SqlRelation(
                "SELECT " + input.scope().list() + from() + (order.isEmpty() ? "" : " ORDER BY " + order)
                        + (rows.limit() < 0 ? "" : " LIMIT " + rows.limit()),
                input.scope());
    }

    private String key(SortKey key) {
        return expressions.of(key.value()).sql()
                + (key.ascending() ? " ASC" : " DESC")
                + (key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
    }

    @Override
    public SqlRelation distinct(Distinct distinct) {
        boolean all = distinct.items().get(0).value() instanceof KqlExpression.Star;
        return all
                ? new SqlRelation("SELECT DISTINCT " + input.scope().list() + from(), input.scope())
                : selected("SELECT DISTINCT ", distinct.items());
    }

    @Override
    public SqlRelation union(Union union) {
        List<SqlRelation> parts = Stream.concat(
                        Stream.of(input), union.others().stream().map(translation::pipeline))
                .toList();
        return translation.union(parts, union.place());
    }

    @Override
    public SqlRelation join(Join join) {
        return new SqlJoin(input, translation.pipeline(join.right())).of(join);
    }

    @Override
    public SqlRelation other(Other other) {
        throw SqlExpressions.unsupported("the operator " + other.operator(), other.place());
    }

    @Override
    public SqlRelation serialize(KqlStep.Serialize serialize) {
        SqlRelation numbered = input.scope().numbered() ? input : SqlWindows.numbered(input, "");
        Columns extend = new Columns(Columns.Verb.EXTEND, serialize.items(), serialize.place());
        return serialize.items().isEmpty() ? numbered : extend.accept(new SqlSteps(translation, numbered));
    }

    @Override
    public SqlRelation expand(KqlStep.Expand expand) {
        return new SqlLists(input, expressions).expanded(expand);
    }

    @Override
    public SqlRelation parse(KqlStep.Parse parse) {
        return new SqlLists(input, expressions).parsed(parse);
    }

    @Override
    public SqlRelation lookup(KqlStep.Lookup lookup) {
        return new SqlJoin(input, translation.pipeline(lookup.join().right())).lookup(lookup.join());
    }
}
