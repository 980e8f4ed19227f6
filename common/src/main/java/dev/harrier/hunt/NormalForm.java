package dev.harrier.hunt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The one spelling of a condition: no group inside a group of its own kind, no group of one part, no part twice, no double
 * negation. Order is kept. True of the same events. All that the Sigma reader and the composer make is in this form.
 */
public final class NormalForm implements Condition.Visitor<Condition> {
    private static final NormalForm FORM = new NormalForm();

    private NormalForm() {}

    /** The normal form of a condition. */
    public static Condition of(Condition condition) {
        return condition.accept(FORM);
    }

    @Override
    public Condition all(Condition.All all) {
        if (all.parts().size() == 1) {
            return of(all.parts().get(0));
        }
        Set<Condition> parts = new LinkedHashSet<>();
        for (Condition part : all.parts()) {
            Condition form = of(part);
            parts.addAll(form instanceof Condition.All inner ? inner.parts() : List.of(form));
        }
        return group(parts, Condition.All::new);
    }

    @Override
    public Condition any(Condition.Any any) {
        if (any.parts().size() == 1) {
            return of(any.parts().get(0));
        }
        Set<Condition> parts = new LinkedHashSet<>();
        for (Condition part : any.parts()) {
            Condition form = of(part);
            parts.addAll(form instanceof Condition.Any inner ? inner.parts() : List.of(form));
        }
        return group(parts, Condition.Any::new);
    }

    @Override
    public Condition not(Condition.Not not) {
        Condition part = of(not.part());
        return part instanceof Condition.Not inner ? inner.part() : new Condition.Not(part);
    }

    @Override
    public Condition match(Condition.Match match) {
        return match;
    }

    private static Condition group(Set<Condition> parts, Function<List<Condition>, Condition> make) {
        List<Condition> list = new ArrayList<>(parts);
        return list.size() == 1 ? list.get(0) : make.apply(list);
    }
}
