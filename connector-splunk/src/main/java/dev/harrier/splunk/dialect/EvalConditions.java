package dev.harrier.splunk.dialect;

import dev.harrier.hunt.Condition;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition as a {@code where} expression, for what search terms cannot say. Every test is made to be true or false and never
 * null, by giving absent fields the empty text, so that {@code NOT} means not.
 */
record EvalConditions(Columns columns) implements Condition.Visitor<String> {
    @Override
    public String all(Condition.All all) {
        return grouped(all.parts(), " AND ");
    }

    @Override
    public String any(Condition.Any any) {
        return grouped(any.parts(), " OR ");
    }

    @Override
    public String not(Condition.Not not) {
        return "(NOT " + not.part().accept(this) + ")";
    }

    @Override
    public String match(Condition.Match match) {
        return match.test().accept(new EvalTests(columns, match.field()));
    }

    private String grouped(List<Condition> parts, String joint) {
        return parts.stream().map(p -> p.accept(this)).collect(Collectors.joining(joint, "(", ")"));
    }
}
