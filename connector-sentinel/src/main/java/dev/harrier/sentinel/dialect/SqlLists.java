package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.SqlText;
import dev.harrier.sentinel.dialect.KqlExpression.Name;
import dev.harrier.sentinel.dialect.KqlPipeline.Inline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows from lists, columns from texts, tables from the query itself: {@code mv-expand}, {@code parse}, {@code datatable}. */
final class SqlLists {
    private final SqlRelation input;
    private final SqlExpressions expressions;

    SqlLists(SqlRelation input, SqlExpressions expressions) {
        this.input = input;
        this.expressions = expressions;
    }

    /** An empty list keeps its row, with nothing in the column. */
    SqlRelation expanded(KqlStep.Expand expand) {
        SqlValue list = expressions.of(expand.item().value(), SqlType.LIST);
        String name = expand.item().named() ? expand.item().name() : nameOf(expand);
        Map<String, SqlScope.Column> columns = new LinkedHashMap<>(input.scope().columns());
        columns.put(name, new SqlScope.Column(SqlType.TEXT, true));
        List<String> others = input.scope().columns().entrySet().stream()
                .filter(c -> c.getValue().filled() && !c.getKey().equals(name))
                .map(c -> SqlText.identifier(c.getKey()))
                .collect(Collectors.toCollection(ArrayList::new));
        others.add("unnest(CASE WHEN len(" + list.sql() + ") = 0 THEN [''] ELSE " + list.sql() + " END) AS "
                + SqlText.identifier(name));
        return new SqlRelation(
                "SELECT " + String.join(", ", others) + " FROM (" + input.sql() + ")", new SqlScope(columns));
    }

    private static String nameOf(KqlStep.Expand expand) {
        if (expand.item().value() instanceof Name name) {
            return name.name();
        }
        throw SqlExpressions.unsupported("mv-expand of an expression without a name", expand.place());
    }

    /** Where the text does not have this shape, the columns are empty. */
    SqlRelation parsed(KqlStep.Parse parse) {
        String text = expressions.of(parse.value(), SqlType.TEXT).sql();
        String regex = SqlText.literal(regex(parse.pieces()));
        SqlRelation result = input;
        int group = 0;
        for (KqlStep.Piece piece : parse.pieces()) {
            if (!piece.column().isEmpty()) {
                String found = "regexp_extract(" + text + ", " + regex + ", " + ++group + ")";
                result = replaced(result, piece.column(), typed(found, piece, parse.place()));
            }
        }
        return result;
    }

    private static SqlRelation replaced(SqlRelation rows, String name, SqlValue value) {
        if (rows.scope().column(name).isPresent()) {
            throw new KqlSyntaxException("parse into the column " + name + ", which is there", new Place(1, 1));
        }
        return SqlWindows.with(rows, name, value);
    }

    private static SqlValue typed(String text, KqlStep.Piece piece, Place place) {
        SqlType type = SqlType.ofKql(piece.type());
        return switch (type) {
            case TEXT -> SqlValue.text(text);
            case REAL -> new SqlValue("TRY_CAST(" + text + " AS DOUBLE)", type);
            case LONG -> new SqlValue("TRY_CAST(regexp_extract(" + text + ", '^-?[0-9]{1,18}$') AS BIGINT)", type);
            default -> throw SqlExpressions.unsupported("parse into " + piece.type(), place);
        };
    }

    private static String regex(List<KqlStep.Piece> pieces) {
        StringBuilder regex = new StringBuilder("(?s)^");
        for (int i = 0; i < pieces.size(); i++) {
            KqlStep.Piece piece = pieces.get(i);
            String run = i == pieces.size() - 1 ? ".*" : ".*?";
            regex.append(
                    !piece.literal().isEmpty()
                            ? Re2.quoted(piece.literal())
                            : piece.column().isEmpty() ? run : "(" + run + ")");
        }
        return regex.append('$').toString();
    }

    static SqlRelation inline(Inline inline, Map<String, KqlExpression> lets) {
        int width = inline.columns().size();
        if (inline.values().size() % width != 0) {
            throw new KqlSyntaxException("a datatable whose values don't fill its rows", inline.place());
        }
        Map<String, SqlScope.Column> columns = new LinkedHashMap<>();
        inline.columns().forEach(c -> columns.put(c.getKey(), new SqlScope.Column(SqlType.ofKql(c.getValue()), true)));
        SqlExpressions expressions = new SqlExpressions(new SqlScope(Map.of()), lets, false);
        List<String> rows = new ArrayList<>();
        for (int at = 0; at < inline.values().size(); at += width) {
            rows.add(row(inline, inline.values().subList(at, at + width), expressions));
        }
        String none = columns.entrySet().stream()
                .map(c -> c.getValue().type().absent() + " AS " + SqlText.identifier(c.getKey()))
                .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
        return new SqlRelation(rows.isEmpty() ? none : String.join(" UNION ALL ", rows), new SqlScope(columns));
    }

    private static String row(Inline inline, List<KqlExpression> values, SqlExpressions expressions) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            SqlType type = SqlType.ofKql(inline.columns().get(i).getValue());
            cells.add(expressions.of(values.get(i), type).sql() + " AS "
                    + SqlText.identifier(inline.columns().get(i).getKey()));
        }
        return "SELECT " + String.join(", ", cells);
    }
}
