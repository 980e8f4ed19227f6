package dev.harrier.sentinel.dialect;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.Condition.All;
import dev.harrier.hunt.Condition.Any;
import dev.harrier.hunt.Condition.Match;
import dev.harrier.hunt.Condition.Not;
import dev.harrier.hunt.FieldTest.Like;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Renders a condition over one table; groups are always in parentheses. */
final class KqlConditions implements Condition.Visitor<String> {
    private final Subjects subjects;
    private final KqlPatterns patterns;

    KqlConditions(Subjects subjects, KqlPatterns patterns) {
        this.subjects = subjects;
        this.patterns = patterns;
    }

    @Override
    public String all(All all) {
        return group(all.parts().stream().map(p -> p.accept(this)).toList(), " and ");
    }

    @Override
    public String any(Any any) {
        Map<Object, List<Condition>> lists = new LinkedHashMap<>();
        for (Condition part : any.parts()) {
            Object key = listKey(part).<Object>map(k -> k).orElse(part);
            lists.computeIfAbsent(key, k -> new ArrayList<>(1)).add(part);
        }
        return group(lists.values().stream().map(this::oneOf).toList(), " or ");
    }

    @Override
    public String not(Not not) {
        return "not(" + not.part().accept(this) + ")";
    }

    @Override
    public String match(Match match) {
        return match.test().accept(new KqlTests(subjects.of(match.field()), subjects, patterns));
    }

    private static String group(List<String> parts, String operator) {
        return parts.size() == 1 ? parts.get(0) : "(" + String.join(operator, parts) + ")";
    }

    /** What exact tests of one column have in common, so that they can be one list. */
    private record ListKey(String column, boolean cased) {}

    private Optional<ListKey> listKey(Condition part) {
        return exact(part).flatMap(t -> {
            Match match = (Match) part;
            return subjects.of(match.field()).column().map(c -> new ListKey(c, ((Like) match.test()).cased()));
        });
    }

    private static Optional<String> exact(Condition part) {
        return part instanceof Match match && match.test() instanceof Like like
                ? like.pattern().exact().filter(t -> !t.isEmpty())
                : Optional.empty();
    }

    private String oneOf(List<Condition> parts) {
        Optional<ListKey> key = parts.size() == 1 ? Optional.empty() : listKey(parts.get(0));
        if (key.isEmpty()) {
            return parts.get(0).accept(this);
        }
        String values = parts.stream()
                .map(p -> KqlLiteral.of(exact(p).orElseThrow()))
                .distinct()
                .collect(Collectors.joining(", "));
        return key.get().column() + (key.get().cased() ? " in (" : " in~ (") + values + ")";
    }
}
