package dev.harrier.splunk.dialect;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.Optional;

/**
 * The field without which a condition is never true, if raw events of the kind don't have it (Sysmon's event 3 has no command line). A
 * search for it would run, find nothing whatever happens, and look clean. Empty where the condition can be true all the same.
 */
record LackingFields(Logic.Detection detection, Columns columns) implements Condition.Visitor<Optional<String>> {
    /** Why the raw events of a place can't show what is asked for, for people. */
    static Optional<String> of(Logic.Detection detection, Columns columns) {
        return columns.mapping().columns().size() <= 1
                ? Optional.empty()
                : detection
                        .condition()
                        .accept(new LackingFields(detection, columns))
                        .map(field -> "raw " + detection.events() + " events ("
                                + columns.mapping().table() + ") have no " + field
                                + ", without which this is never true");
    }

    @Override
    public Optional<String> all(Condition.All all) {
        return all.parts().stream().flatMap(part -> part.accept(this).stream()).findFirst();
    }

    @Override
    public Optional<String> any(Condition.Any any) {
        List<Optional<String>> lacking =
                any.parts().stream().map(part -> part.accept(this)).toList();
        return lacking.stream().allMatch(Optional::isPresent) ? lacking.get(0) : Optional.empty();
    }

    @Override
    public Optional<String> not(Condition.Not not) {
        return Optional.empty();
    }

    @Override
    public Optional<String> match(Condition.Match match) {
        String field = match.field();
        boolean known = EventModel.shipped().field(detection.kind(), field).isPresent();
        boolean held = !columns.mapping().columnsOf(field).isEmpty();
        return known && !held && !field.equals(EventModel.TIME) && asksForText(match.test())
                ? Optional.of(field)
                : Optional.empty();
    }

    /** Whether an absent value surely fails a test. */
    private static boolean asksForText(FieldTest test) {
        return test instanceof FieldTest.Compare
                || test instanceof FieldTest.InSubnet
                || test.equals(new FieldTest.Exists(true))
                || (test instanceof FieldTest.Like like
                        && like.pattern().parts().stream().anyMatch(TextPattern.Literal.class::isInstance));
    }
}
