package dev.harrier.splunk.dialect;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Search terms that hold wherever a condition holds, and perhaps elsewhere: put before the exact {@code where}, they spare it most
 * of the events. Empty where nothing helps.
 */
record RelaxedTerms(Columns columns) implements Condition.Visitor<Optional<String>> {
    @Override
    public Optional<String> all(Condition.All all) {
        List<String> terms =
                all.parts().stream().flatMap(p -> p.accept(this).stream()).toList();
        return terms.isEmpty() ? Optional.empty() : Optional.of(SearchTerms.grouped(terms, " "));
    }

    @Override
    public Optional<String> any(Condition.Any any) {
        List<Optional<String>> terms =
                any.parts().stream().map(p -> p.accept(this)).toList();
        return terms.stream().allMatch(Optional::isPresent)
                ? Optional.of(SearchTerms.grouped(
                        terms.stream().map(Optional::orElseThrow).toList(), " OR "))
                : Optional.empty();
    }

    @Override
    public Optional<String> not(Condition.Not not) {
        return not.accept(new SearchTerms(columns));
    }

    @Override
    public Optional<String> match(Condition.Match match) {
        Optional<String> exact = match.accept(new SearchTerms(columns));
        boolean shared =
                columns.cim() && Hashes.isShared(columns.of(match.field()).column());
        return exact.isEmpty() && !shared && match.test() instanceof FieldTest.Like like
                ? relaxed(match.field(), like.pattern())
                : exact;
    }

    private Optional<String> relaxed(String field, TextPattern pattern) {
        TextPattern weaker = new TextPattern(
                pattern.parts().stream().flatMap(p -> weaker(p).stream()).toList());
        return new Condition.Match(field, new FieldTest.Like(weaker, false)).accept(new SearchTerms(columns));
    }

    /** A wildcard for what a term cannot hold. */
    private static List<TextPattern.Part> weaker(TextPattern.Part part) {
        List<TextPattern.Part> parts = new ArrayList<>();
        if (part instanceof TextPattern.Literal literal) {
            for (String run : literal.text().split("[*`]", -1)) {
                parts.add(new TextPattern.Literal(run));
                parts.add(TextPattern.Wildcard.ANY_RUN);
            }
            parts.remove(parts.size() - 1);
        } else {
            parts.add(TextPattern.Wildcard.ANY_RUN);
        }
        return parts;
    }
}
