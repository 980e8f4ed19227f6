package dev.harrier.splunk.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.LookupTable;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A condition of many alternatives, most of them values of a few columns: these are looked up in tables of
 * patterns, {@code *} the only wildcard, without regard to case; the rest is asked by {@code where}. The {@code lookup} command and no
 * subsearch, which would stop at 10,000 values and say nothing. A search whose lookup is missing fails: it never counts zero.
 */
final class LookupSearch {
    /** What is fewer is clearer in the text. */
    private static final int MANY = 50;

    private final Columns columns;
    private final SortedMap<String, TreeSet<String>> patterns = new TreeMap<>();
    private final List<Condition> others = new ArrayList<>();

    private LookupSearch(Columns columns) {
        this.columns = columns;
    }

    /**
     * The search over a CIM dataset and its tables.
     *
     * @throws Unsayable if an alternative can't be said, or no column has many values
     */
    static Rendering cim(Condition condition, Columns columns, SplOptions options) {
        Condition respelt = Respelling.of(condition, columns);
        return new LookupSearch(columns)
                .rendered(respelt, CimRenderer.unfiltered(respelt, columns, options), CimRenderer.TIMES);
    }

    /** The same over raw events. */
    static Rendering raw(Condition condition, RawPlace place, SplOptions options) {
        return new LookupSearch(place.columns())
                .rendered(condition, RawRenderer.unfiltered(place, options), RawRenderer.days(condition, place));
    }

    private void add(Condition part) {
        Optional<List<String>> texts = part instanceof Condition.Match match ? texts(match) : Optional.empty();
        if (texts.isPresent() && texts.get().stream().allMatch(LookupTable::isSafe)) {
            patterns.computeIfAbsent(column((Condition.Match) part).column(), column -> new TreeSet<>())
                    .addAll(texts.get());
        } else {
            others.add(part);
        }
    }

    private ColumnMapping column(Condition.Match match) {
        return columns.of(match.field());
    }

    /** What the column's value must fit, in a lookup's words; empty where a lookup can't say it. */
    private Optional<List<String>> texts(Condition.Match match) {
        if (!(match.test() instanceof FieldTest.Like like) || like.cased()) {
            return Optional.empty();
        }
        Optional<List<TextPattern>> any =
                columns.cim() && Hashes.isShared(column(match).column())
                        ? Hashes.patterns(match.field(), like.pattern())
                        : Optional.of(List.of(like.pattern()));
        return any.filter(list -> list.stream().allMatch(this::isPlain))
                .map(list -> list.stream().map(LookupSearch::text).toList());
    }

    private boolean isPlain(TextPattern pattern) {
        return SplLiteral.fitsTerm(pattern)
                && pattern.parts().stream().anyMatch(TextPattern.Literal.class::isInstance)
                && !Unknown.fits(columns, pattern);
    }

    private static String text(TextPattern pattern) {
        return pattern.parts().stream()
                .map(part -> part instanceof TextPattern.Literal literal ? literal.text() : "*")
                .collect(Collectors.joining());
    }

    private Rendering rendered(Condition condition, String before, String after) {
        List<Condition> parts = condition instanceof Condition.Any any ? any.parts() : List.of(condition);
        parts.forEach(this::add);
        if (patterns.values().stream().noneMatch(values -> values.size() >= MANY)) {
            throw new Unsayable("no field of it has many values that a lookup could hold");
        }
        List<LookupTable> tables = new ArrayList<>();
        StringBuilder text = new StringBuilder(before);
        List<String> alternatives = new ArrayList<>();
        for (Map.Entry<String, TreeSet<String>> column : patterns.entrySet()) {
            String found = tables.isEmpty() ? "matchedValue" : "matchedValue" + (tables.size() + 1);
            LookupTable table = LookupTable.of(column.getValue());
            text.append(command(table, column.getKey(), found));
            alternatives.add("isnotnull(" + found + ")");
            tables.add(table);
        }
        others.forEach(part -> alternatives.add(part.accept(new EvalConditions(columns))));
        text.append("\n| where ").append(String.join(" OR ", alternatives)).append(after);
        return tables.stream().allMatch(LookupTable::isCarried)
                ? new Rendering.Rendered(text.toString(), tables)
                : new Rendering.Unsupported(
                        "a lookup of ours holds " + LookupTable.LARGEST + " characters at most: split the hunt");
    }

    private static String command(LookupTable table, String column, String found) {
        return "\n| lookup " + table.name() + " " + LookupTable.COLUMN + " AS " + FieldName.inTerm(column) + " OUTPUT "
                + LookupTable.COLUMN + " AS " + found;
    }
}
