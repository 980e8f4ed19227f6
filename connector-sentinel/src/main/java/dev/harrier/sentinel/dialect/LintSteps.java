package dev.harrier.sentinel.dialect;

import dev.harrier.sentinel.dialect.KqlExpression.Argument;
import dev.harrier.sentinel.dialect.KqlExpression.Call;
import dev.harrier.sentinel.dialect.KqlExpression.Name;
import dev.harrier.sentinel.dialect.KqlExpression.Star;
import dev.harrier.sentinel.dialect.KqlStep.Columns;
import dev.harrier.sentinel.dialect.KqlStep.Distinct;
import dev.harrier.sentinel.dialect.KqlStep.Join;
import dev.harrier.sentinel.dialect.KqlStep.Other;
import dev.harrier.sentinel.dialect.KqlStep.Rows;
import dev.harrier.sentinel.dialect.KqlStep.Summarize;
import dev.harrier.sentinel.dialect.KqlStep.Union;
import dev.harrier.sentinel.dialect.KqlStep.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Checks one operator and tells the columns behind it. */
final class LintSteps implements KqlStep.Visitor<LintScope> {
    private static final Set<String> REFUSED = Set.of("fork", "render", "search", "find");

    private final LintPipelines pipelines;
    private final LintScope scope;
    private final boolean filtered;
    private final LintExpressions expressions;

    LintSteps(LintPipelines pipelines, LintScope scope, boolean filtered) {
        this.filtered = filtered;
        this.pipelines = pipelines;
        this.scope = scope;
        this.expressions = new LintExpressions(pipelines.lint(), pipelines.query(), scope);
    }

    @Override
    public LintScope where(Where where) {
        new LintFilters(pipelines.lint(), expressions).check(where.predicate(), filtered);
        return scope;
    }

    @Override
    public LintScope columns(Columns columns) {
        boolean wild = columns.items().stream()
                .anyMatch(i -> i.value() instanceof Star || i.value() instanceof KqlExpression.Binary);
        return switch (columns.verb()) {
            case PROJECT -> lossy(made(columns.items(), Map.of()), false, "project", columns.place());
            case EXTEND -> new LintScope(made(columns.items(), scope.columns()), scope.open(), scope.lost());
            case REORDER -> scope;
            case KEEP, AWAY -> wild ? LintScope.UNKNOWN : kept(columns);
            case RENAME -> renamed(columns.items());
        };
    }

    private Map<String, String> made(List<Argument> items, Map<String, String> before) {
        Map<String, String> columns = new LinkedHashMap<>(before);
        int unnamed = 0;
        for (Argument item : items) {
            String type = expressions.of(item.value());
            String name = item.named() ? item.name() : name(item.value());
            columns.put(name.isEmpty() ? "Column" + ++unnamed : name, type);
        }
        return columns;
    }

    private static String name(KqlExpression value) {
        if (value instanceof Name name) {
            return name.name();
        }
        return value instanceof Call call
                        && Set.of("bin", "floor").contains(call.function())
                        && !call.arguments().isEmpty()
                        && call.argument(0) instanceof Name name
                ? name.name()
                : "";
    }

    private LintScope kept(Columns columns) {
        Map<String, String> result = new LinkedHashMap<>(scope.columns());
        columns.items().forEach(i -> expressions.of(i.value()));
        List<String> named = columns.items().stream().map(i -> name(i.value())).toList();
        result.keySet().removeIf(c -> named.contains(c) == (columns.verb() == Columns.Verb.AWAY));
        boolean away = columns.verb() == Columns.Verb.AWAY;
        return lossy(result, scope.open() && away, away ? "project-away" : "project-keep", columns.place());
    }

    private LintScope lossy(Map<String, String> columns, boolean open, String operator, Place place) {
        return new LintScope(columns, open).after(scope, operator, place);
    }

    private LintScope renamed(List<Argument> items) {
        Map<String, String> columns = new LinkedHashMap<>(scope.columns());
        for (Argument item : items) {
            String type = expressions.of(item.value());
            columns.remove(name(item.value()));
            columns.put(item.name(), type);
        }
        return new LintScope(columns, scope.open(), scope.lost());
    }

    @Override
    public LintScope summarize(Summarize summarize) {
        Map<String, String> columns = made(summarize.by(), Map.of());
        boolean star = false;
        for (Argument item : summarize.aggregates()) {
            boolean extreme = item.value() instanceof Call call
                    && Set.of("arg_max", "arg_min", "take_any", "any").contains(call.function());
            star |= extreme && followers((Call) item.value(), columns);
            String type = expressions.of(item.value());
            columns.put(item.named() ? item.name() : defaultName(item.value()), type);
        }
        if (star) {
            scope.columns().forEach(columns::putIfAbsent);
        }
        return lossy(columns, star && scope.open(), "summarize", summarize.place());
    }

    private boolean followers(Call call, Map<String, String> columns) {
        call.arguments().stream()
                .map(Argument::value)
                .filter(Name.class::isInstance)
                .forEach(n -> columns.put(((Name) n).name(), expressions.of(n)));
        return call.arguments().stream().anyMatch(a -> a.value() instanceof Star);
    }

    private static String defaultName(KqlExpression value) {
        if (value instanceof Call call) {
            boolean of = !call.arguments().isEmpty() && call.argument(0) instanceof Name;
            return call.function() + "_" + (of ? ((Name) call.argument(0)).name() : "");
        }
        return "Column1";
    }

    @Override
    public LintScope rows(Rows rows) {
        rows.order().forEach(k -> expressions.of(k.value()));
        return scope;
    }

    @Override
    public LintScope distinct(Distinct distinct) {
        boolean all = distinct.items().get(0).value() instanceof Star;
        return all ? scope : lossy(made(distinct.items(), Map.of()), false, "distinct", distinct.place());
    }

    @Override
    public LintScope union(Union union) {
        Stream<LintScope> others = union.others().stream().map(pipelines::pipeline);
        return pipelines.union(Stream.concat(Stream.of(scope), others).toList(), false);
    }

    @Override
    public LintScope join(Join join) {
        LintScope right = pipelines.pipeline(join.right());
        keys(join, right);
        if (join.kind().startsWith("left")
                && (join.kind().endsWith("semi") || join.kind().endsWith("anti"))) {
            return scope;
        }
        Map<String, String> columns = new LinkedHashMap<>(scope.columns());
        right.columns().forEach((c, t) -> columns.put(columns.containsKey(c) ? c + "1" : c, t));
        return new LintScope(columns, scope.open() || right.open());
    }

    private void keys(Join join, LintScope right) {
        if (join.kind().isEmpty()) {
            pipelines
                    .lint()
                    .add(KqlCheck.KQL019, "say kind=: the default keeps one row of the left per key", join.place());
        }
        for (KqlExpression key : join.on()) {
            if (key instanceof KqlExpression.Constant) {
                pipelines.lint().add(KqlCheck.KQL019, "a join on a constant is a cross product", key.place());
            } else if (key instanceof Name name) {
                expressions.of(name);
                new LintExpressions(pipelines.lint(), pipelines.query(), right).of(name);
            }
        }
    }

    /** The list's column holds one element now, of any type. */
    @Override
    public LintScope expand(KqlStep.Expand expand) {
        expressions.of(expand.item().value());
        KqlExpression value = expand.item().value();
        String inner =
                value instanceof Call call && call.arguments().size() == 1 ? name(call.argument(0)) : name(value);
        String column = expand.item().named() ? expand.item().name() : inner;
        Map<String, String> columns = new LinkedHashMap<>(scope.columns());
        columns.put(column, "unknown");
        return new LintScope(columns, scope.open() || column.isEmpty(), scope.lost());
    }

    @Override
    public LintScope other(Other other) {
        boolean refused = REFUSED.contains(other.operator());
        KqlCheck check = refused ? KqlCheck.KQL006 : KqlCheck.KQL014;
        String why = refused ? " is refused in a rule" : " is not looked into";
        pipelines.lint().add(check, other.operator() + why, other.place());
        Map<String, String> columns = new LinkedHashMap<>(scope.columns());
        if (other.operator().equals("mv-expand")) {
            columns.replaceAll((column, type) -> "unknown");
        }
        return new LintScope(columns, true);
    }
}
