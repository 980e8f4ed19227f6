package dev.harrier.hunt;

import java.util.List;
import java.util.stream.Stream;

/** The tests of a condition without its structure. */
public final class Leaves implements Condition.Visitor<Stream<Condition.Match>> {
    private final boolean negated;

    private Leaves(boolean negated) {
        this.negated = negated;
    }

    /** All matches of a condition, negated ones included, in order. */
    public static List<Condition.Match> of(Condition condition) {
        return condition.accept(new Leaves(true)).toList();
    }

    /** The matches that are not under a {@code Not}, in order. */
    public static List<Condition.Match> asked(Condition condition) {
        return condition.accept(new Leaves(false)).toList();
    }

    @Override
    public Stream<Condition.Match> all(Condition.All all) {
        return all.parts().stream().flatMap(p -> p.accept(this));
    }

    @Override
    public Stream<Condition.Match> any(Condition.Any any) {
        return any.parts().stream().flatMap(p -> p.accept(this));
    }

    @Override
    public Stream<Condition.Match> not(Condition.Not not) {
        return negated ? not.part().accept(this) : Stream.empty();
    }

    @Override
    public Stream<Condition.Match> match(Condition.Match match) {
        return Stream.of(match);
    }
}
