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
import java.util.stream.Stream;

/** Renders a condition over one table; groups are always in parentheses. */
final class KqlConditions implements Condition.Visitor<String> {
    private final Subjects subjects;
    private final KqlPatterns patterns;
    private final KqlLists lists;

    KqlConditions(Subjects subjects, KqlPatterns patterns, KqlLists lists) {
        this.subjects = subjects;
        this.patterns = patterns;
        this.lists = lists;
    }

    @Override
    public String all(All all) {
        return group(all.parts().stream().map(p -> p.accept(this)).toList(), " and ");
    }

    @Override
    public String any(Any any) {
        Map<Object, List<Condition>> alike = new LinkedHashMap<>();
        for (Condition part : any.parts()) {
            Object key =
                    listKey(part).<Object>map(k -> k).or(() -> belowKey(part)).orElse(part);
            alike.computeIfAbsent(key, k -> new ArrayList<>(1)).add(part);
        }
        return group(alike.values().stream().flatMap(this::oneOf).toList(), " or ");
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

    /** What tests for all below a name have in common. */
    private record BelowKey(String column) {}

    private Optional<ListKey> listKey(Condition part) {
        return exact(part).flatMap(t -> column(part).map(c -> new ListKey(c, ((Like) ((Match) part).test()).cased())));
    }

    /** Only where it shortens the text: what is said one by one keeps its order. */
    private Optional<BelowKey> belowKey(Condition part) {
        return lists.mayBeTables()
                ? KqlBelow.name(part).flatMap(name -> column(part)).map(BelowKey::new)
                : Optional.empty();
    }

    private Optional<String> column(Condition part) {
        return subjects.of(((Match) part).field()).column();
    }

    private static Optional<String> exact(Condition part) {
        return part instanceof Match match && match.test() instanceof Like like
                ? like.pattern().exact().filter(t -> !t.isEmpty())
                : Optional.empty();
    }

    private Stream<String> oneOf(List<Condition> parts) {
        Optional<ListKey> key = parts.size() == 1 ? Optional.empty() : listKey(parts.get(0));
        return key.isPresent()
                ? Stream.of(key.get().column() + (key.get().cased() ? " in " : " in~ ") + lists.of(exact(parts)))
                : below(parts).orElseGet(() -> parts.stream().map(part -> part.accept(this)));
    }

    private static List<String> exact(List<Condition> parts) {
        return parts.stream().map(part -> exact(part).orElseThrow()).distinct().toList();
    }

    /** Many names in a list; few are said one by one. */
    private Optional<Stream<String>> below(List<Condition> parts) {
        List<String> names =
                parts.stream().flatMap(part -> KqlBelow.name(part).stream()).toList();
        return names.size() == parts.size() && lists.isLong(names)
                ? column(parts.get(0)).map(column -> KqlBelow.tests(column, names, lists).stream())
                : Optional.empty();
    }
}
