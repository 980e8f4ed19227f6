package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.SqlText;
import dev.harrier.dialect.Translation;
import dev.harrier.sentinel.dialect.KqlPipeline.Several;
import dev.harrier.sentinel.dialect.KqlPipeline.Source;
import dev.harrier.sentinel.dialect.KqlPipeline.Strange;
import dev.harrier.sentinel.dialect.KqlPipeline.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * KQL text to one DuckDB SELECT. The subset: {@code let} (scalars, lists, tabular expressions), {@code where}, {@code project} and
 * its kin, {@code extend}, {@code summarize} (see {@link SqlAggregates}), {@code count}, {@code take}, {@code top}, {@code order},
 * {@code distinct}, {@code union}, {@code join}, {@code lookup}, {@code serialize} and the window functions, {@code mv-expand},
 * {@code parse}, {@code datatable}, all string operators, {@code in}, {@code between}, and the functions of {@link SqlFunctions} and
 * {@link SqlMoreFunctions}. All else is refused with its place; nothing is approximated.
 */
final class KqlTranslation {
    private final KqlQuery query;
    private final String text;

    private KqlTranslation(KqlQuery query, String text) {
        this.query = query;
        this.text = text;
    }

    static Translation of(String text) {
        try {
            KqlQuery query = KqlParser.parse(text);
            if (query.more().isPresent()) {
                throw new KqlSyntaxException("a second result", query.more().get());
            }
            return new Translation.Translated(new KqlTranslation(query, text).result());
        } catch (KqlSyntaxException e) {
            return new Translation.Unsupported(
                    String.valueOf(e.getMessage()), e.place().line(), e.place().column());
        }
    }

    private String result() {
        SqlRelation relation = pipeline(query.main());
        String list = relation.scope().columns().entrySet().stream()
                .filter(c -> c.getKey().indexOf('.') < 0)
                .map(c -> column(c.getKey(), c.getValue()))
                .collect(Collectors.joining(", "));
        return "SELECT " + list + " FROM (" + relation.sql() + ")";
    }

    private static String column(String name, SqlScope.Column column) {
        String identifier = SqlText.identifier(name);
        return column.filled() ? identifier : column.type().absent() + " AS " + identifier;
    }

    Map<String, KqlExpression> lets() {
        return query.scalars();
    }

    SqlRelation pipeline(KqlPipeline pipeline) {
        SqlRelation relation = source(pipeline.source());
        List<KqlStep> steps = pipeline.steps();
        for (int i = 0; i < steps.size(); i++) {
            KqlStep step = steps.get(i);
            if (i + 1 < steps.size() && ordered(step) instanceof KqlStep.Rows sort && limit(steps.get(i + 1)) >= 0) {
                step = new KqlStep.Rows(limit(steps.get(i + 1)), sort.order(), sort.place());
                i++;
            }
            relation = checked(step.accept(new SqlSteps(this, relation)), step.place());
        }
        return relation;
    }

    /** SQL forgets an order that isn't in the same SELECT as its limit. */
    private static Object ordered(KqlStep step) {
        return step instanceof KqlStep.Rows rows && rows.limit() < 0 ? rows : "";
    }

    private static long limit(KqlStep step) {
        return step instanceof KqlStep.Rows rows && rows.order().isEmpty() ? rows.limit() : -1;
    }

    private static SqlRelation checked(SqlRelation relation, Place place) {
        relation.scope().clash().ifPresent(name -> {
            throw SqlExpressions.unsupported(
                    "a column name that differs from another by case only (" + name + ")", place);
        });
        return relation;
    }

    private SqlRelation source(Source source) {
        if (source instanceof Several several) {
            if (several.wild()) {
                throw SqlExpressions.unsupported("a union over unnamed tables", several.place());
            }
            return union(several.parts().stream().map(this::pipeline).toList(), several.place());
        }
        if (source instanceof Strange strange) {
            throw SqlExpressions.unsupported(strange.what(), strange.place());
        }
        return source instanceof KqlPipeline.Inline inline ? SqlLists.inline(inline, lets()) : table((Table) source);
    }

    private SqlRelation table(Table table) {
        KqlPipeline bound = query.tables().get(table.name());
        if (bound != null) {
            return pipeline(bound);
        }
        if (table.called() || query.opaque().contains(table.name())) {
            throw SqlExpressions.unsupported("a function with parameters", table.place());
        }
        return SqlRelation.table(table.name())
                .or(() -> OtherRelation.of(table.name(), text))
                .orElseThrow(() -> new KqlSyntaxException("the lab has no table " + table.name(), table.place()));
    }

    /** By name; a column that one part lacks is absent there. */
    SqlRelation union(List<SqlRelation> parts, Place place) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Map<String, SqlScope.Column> columns = new LinkedHashMap<>();
        for (SqlRelation part : parts) {
            part.scope()
                    .shown()
                    .columns()
                    .forEach((name, column) -> columns.merge(name, column, (a, b) -> merged(name, a, b, place)));
        }
        SqlScope scope = new SqlScope(columns);
        String sql = parts.stream().map(p -> aligned(p, scope)).collect(Collectors.joining(" UNION ALL "));
        return new SqlRelation(sql, scope);
    }

    private static SqlScope.Column merged(String name, SqlScope.Column a, SqlScope.Column b, Place place) {
        if (a.type() != b.type()) {
            throw SqlExpressions.unsupported("a union that has " + name + " in two types", place);
        }
        return new SqlScope.Column(a.type(), a.filled() || b.filled());
    }

    private static String aligned(SqlRelation part, SqlScope scope) {
        List<String> list = scope.columns().entrySet().stream()
                .filter(c -> c.getValue().filled())
                .map(c -> column(
                        c.getKey(),
                        part.scope()
                                .column(c.getKey())
                                .orElse(new SqlScope.Column(c.getValue().type(), false))))
                .toList();
        return "SELECT " + SqlScope.list(list) + " FROM (" + part.sql() + ")";
    }
}
