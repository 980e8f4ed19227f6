package dev.harrier.splunk.dialect;

import dev.harrier.dialect.ColumnMapping.Transform;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A condition in the words of a dataset, where these differ: a connection that was made is {@code outbound} there. */
record Respelling(Columns columns) implements Condition.Visitor<Condition> {
    private static final Map<String, String> DIRECTIONS = Map.of("true", "outbound", "false", "inbound");

    /**
     * The condition over the dataset's values.
     *
     * @throws Unsayable if a test means nothing in the dataset's words
     */
    static Condition of(Condition condition, Columns columns) {
        boolean differs = columns.mapping().columns().stream().anyMatch(c -> c.transform() == Transform.DIRECTION);
        return differs ? condition.accept(new Respelling(columns)) : condition;
    }

    @Override
    public Condition all(Condition.All all) {
        return new Condition.All(each(all.parts()));
    }

    @Override
    public Condition any(Condition.Any any) {
        return new Condition.Any(each(any.parts()));
    }

    @Override
    public Condition not(Condition.Not not) {
        return new Condition.Not(not.part().accept(this));
    }

    @Override
    public Condition match(Condition.Match match) {
        boolean differs =
                columns.mapping().columnsOf(match.field()).stream().anyMatch(c -> c.transform() == Transform.DIRECTION);
        return differs ? new Condition.Match(match.field(), direction(match)) : match;
    }

    private FieldTest direction(Condition.Match match) {
        Optional<String> asked = match.test() instanceof FieldTest.Like like
                ? like.pattern().exact().map(t -> DIRECTIONS.get(t.toLowerCase(Locale.ROOT)))
                : Optional.empty();
        return asked.map(word -> new FieldTest.Like(TextPattern.exactly(word), false))
                .orElseThrow(() -> new Unsayable(columns.mapping().table() + " tells " + match.field()
                        + " by its direction, of which only true or false can be asked"));
    }

    private List<Condition> each(List<Condition> parts) {
        return parts.stream().map(p -> p.accept(this)).toList();
    }
}
