package dev.harrier.splunk.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.FieldType;
import dev.harrier.hunt.TextPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A condition as search terms, which also filter {@code tstats}: without regard to case, {@code *} the only wildcard, and
 * {@code NOT a=b} true where {@code a} is absent. Empty where terms cannot say it exactly; {@link EvalConditions} may.
 */
record SearchTerms(Columns columns) implements Condition.Visitor<Optional<String>> {
    /** {@code field="10.0.0.0/8"} is a subnet test in a search term, whatever was meant. */
    private static final Pattern SUBNET = Pattern.compile("[0-9a-fA-F.:]+/\\d+");

    @Override
    public Optional<String> all(Condition.All all) {
        return every(all.parts()).map(terms -> grouped(terms, " "));
    }

    @Override
    public Optional<String> any(Condition.Any any) {
        Map<String, List<String>> exact = new LinkedHashMap<>();
        List<Condition> others = new ArrayList<>();
        for (Condition part : any.parts()) {
            exactMatch(part)
                    .ifPresentOrElse(
                            match -> exact.computeIfAbsent(match.column(), c -> new ArrayList<>())
                                    .add(match.value()),
                            () -> others.add(part));
        }
        return every(others).map(terms -> {
            List<String> all = new ArrayList<>();
            exact.forEach((column, values) -> all.add(oneOf(column, values)));
            all.addAll(terms);
            return grouped(all, " OR ");
        });
    }

    @Override
    public Optional<String> not(Condition.Not not) {
        return not.part().accept(this).map(term -> "(NOT " + term + ")");
    }

    @Override
    public Optional<String> match(Condition.Match match) {
        ColumnMapping column = columns.of(match.field());
        if (match.test() instanceof FieldTest.Compare compare) {
            boolean sayable = compare.order() == FieldTest.Compare.Order.EQUAL && column.type() == FieldType.INTEGER;
            return sayable ? Optional.of(columns.inTerm(column.column()) + "=" + compare.value()) : Optional.empty();
        }
        if (match.test() instanceof FieldTest.Like like && !like.cased()) {
            return like(match.field(), column.column(), like.pattern());
        }
        return Optional.empty();
    }

    private Optional<String> like(String field, String column, TextPattern pattern) {
        if (columns.cim() && Hashes.isShared(column)) {
            return Hashes.patterns(field, pattern)
                    .map(list -> list.stream().map(p -> term(column, p)).toList())
                    .map(terms -> grouped(terms, " OR "));
        }
        return isTerm(pattern) ? Optional.of(told(column, pattern)) : Optional.empty();
    }

    private String told(String column, TextPattern pattern) {
        String term = term(column, pattern);
        return Unknown.fits(columns, pattern) ? "(" + term + " NOT " + columns.inTerm(column) + "=\"unknown\")" : term;
    }

    private String term(String column, TextPattern pattern) {
        return columns.inTerm(column) + "=" + SplLiteral.term(pattern);
    }

    private static boolean isTerm(TextPattern pattern) {
        return SplLiteral.fitsTerm(pattern)
                && pattern.parts().stream().anyMatch(TextPattern.Literal.class::isInstance)
                && !isSubnet(pattern);
    }

    private static boolean isSubnet(TextPattern pattern) {
        return pattern.exact()
                .filter(t -> t.indexOf('/') > 0 && SUBNET.matcher(t).matches())
                .isPresent();
    }

    private record ExactMatch(String column, String value) {}

    private Optional<ExactMatch> exactMatch(Condition part) {
        if (part instanceof Condition.Match match
                && match.test() instanceof FieldTest.Like like
                && !like.cased()
                && like.pattern().exact().isPresent()
                && isTerm(like.pattern())) {
            String column = columns.of(match.field()).column();
            boolean plain = !(columns.cim() && Hashes.isShared(column)) && !Unknown.fits(columns, like.pattern());
            return plain ? Optional.of(new ExactMatch(column, SplLiteral.term(like.pattern()))) : Optional.empty();
        }
        return Optional.empty();
    }

    private String oneOf(String column, List<String> values) {
        return values.size() == 1
                ? columns.inTerm(column) + "=" + values.get(0)
                : columns.inTerm(column) + " IN (" + String.join(", ", values) + ")";
    }

    private Optional<List<String>> every(List<Condition> parts) {
        List<Optional<String>> terms = parts.stream().map(p -> p.accept(this)).toList();
        return terms.stream().allMatch(Optional::isPresent)
                ? Optional.of(terms.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    /** One term as it is, several in parentheses. */
    static String grouped(List<String> terms, String joint) {
        return terms.size() == 1 ? terms.get(0) : terms.stream().collect(Collectors.joining(joint, "(", ")"));
    }
}
