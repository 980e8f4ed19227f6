package dev.harrier.sentinel.dialect;

import dev.harrier.sentinel.dialect.KqlExpression.Binary;
import dev.harrier.sentinel.dialect.KqlExpression.Call;
import dev.harrier.sentinel.dialect.KqlExpression.In;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Checks a filter as a whole: that it is a condition, and that a regular expression doesn't read every row. */
final class LintFilters {
    private static final Set<String> NARROW = Set.of(
            "==", "=~", "has", "has_cs", "hasprefix", "hasprefix_cs", "startswith", "startswith_cs", "hassuffix");
    private static final Set<String> NARROW_LISTS = Set.of("in", "in~", "has_any", "has_all");

    private final KqlLint lint;
    private final LintExpressions expressions;

    LintFilters(KqlLint lint, LintExpressions expressions) {
        this.lint = lint;
        this.expressions = expressions;
    }

    /** {@code narrowed}: an earlier filter uses an index. */
    void check(KqlExpression predicate, boolean narrowed) {
        String type = expressions.of(predicate);
        if (!Set.of("bool", "unknown", "dynamic").contains(type)) {
            lint.add(KqlCheck.KQL023, "a filter needs a condition, not " + type, predicate.place());
        }
        aggregates(predicate);
        if (!narrowed && !narrows(predicate)) {
            parts(predicate).stream()
                    .filter(part ->
                            part instanceof Binary binary && binary.operator().equals("matches regex"))
                    .forEach(part -> lint.add(
                            KqlCheck.KQL018, "this expression reads every row: put a has before it", part.place()));
        }
    }

    private void aggregates(KqlExpression predicate) {
        for (KqlExpression part : parts(predicate)) {
            if (part instanceof Binary binary) {
                aggregate(binary.left());
                aggregate(binary.right());
            }
        }
    }

    private void aggregate(KqlExpression side) {
        if (side instanceof Call call
                && KqlFunctions.of(call.function())
                        .map(KqlFunctions.Function::aggregate)
                        .orElse(false)) {
            lint.add(KqlCheck.KQL023, call.function() + "() belongs into summarize", call.place());
        }
    }

    /** Whether one of the conditions that must all hold is one that an index answers. */
    static boolean narrows(KqlExpression predicate) {
        return spine(predicate, "and").stream().anyMatch(LintFilters::indexed);
    }

    private static boolean indexed(KqlExpression part) {
        return (part instanceof Binary binary && NARROW.contains(binary.operator()))
                || (part instanceof In in && NARROW_LISTS.contains(in.operator()))
                || (part instanceof Binary or
                        && or.operator().equals("or")
                        && spine(or, "or").stream().allMatch(LintFilters::indexedLeaf));
    }

    private static boolean indexedLeaf(KqlExpression part) {
        return (part instanceof Binary binary && NARROW.contains(binary.operator()))
                || (part instanceof In in && NARROW_LISTS.contains(in.operator()));
    }

    /** All parts below {@code and} and {@code or}. Without recursion: hostile texts nest deeply to the left. */
    private static List<KqlExpression> parts(KqlExpression predicate) {
        List<KqlExpression> parts = new ArrayList<>();
        Deque<KqlExpression> open = new ArrayDeque<>(List.of(predicate));
        while (!open.isEmpty()) {
            KqlExpression next = open.pop();
            if (next instanceof Binary binary && Set.of("and", "or").contains(binary.operator())) {
                open.push(binary.right());
                open.push(binary.left());
            } else {
                parts.add(next);
            }
        }
        return parts;
    }

    /** The operands of a chain of one operator, which leans to the left. */
    static List<KqlExpression> spine(KqlExpression expression, String operator) {
        ArrayDeque<KqlExpression> parts = new ArrayDeque<>();
        KqlExpression at = expression;
        while (at instanceof Binary binary && binary.operator().equals(operator)) {
            parts.addFirst(binary.right());
            at = binary.left();
        }
        parts.addFirst(at);
        return List.copyOf(parts);
    }
}
