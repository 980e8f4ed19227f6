package dev.harrier.splunk.dialect;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest;
import java.util.LinkedHashSet;
import java.util.Set;

/** The fields that a condition looks at. */
final class ConditionFields implements Condition.Visitor<Void> {
    private final Set<String> names = new LinkedHashSet<>();

    private ConditionFields() {}

    static Set<String> of(Condition condition) {
        ConditionFields fields = new ConditionFields();
        condition.accept(fields);
        return fields.names;
    }

    @Override
    public Void all(Condition.All all) {
        all.parts().forEach(p -> p.accept(this));
        return null;
    }

    @Override
    public Void any(Condition.Any any) {
        any.parts().forEach(p -> p.accept(this));
        return null;
    }

    @Override
    public Void not(Condition.Not not) {
        return not.part().accept(this);
    }

    @Override
    public Void match(Condition.Match match) {
        names.add(match.field());
        if (match.test() instanceof FieldTest.EqualsField equals) {
            names.add(equals.other());
        }
        return null;
    }
}
