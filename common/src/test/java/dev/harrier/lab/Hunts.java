package dev.harrier.lab;

import dev.harrier.assess.Severity;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import java.util.List;
import java.util.Optional;

/** Hunts for tests. */
final class Hunts {
    private Hunts() {}

    static Hunt any() {
        return of(EventKind.PROCESS_CREATION, new Condition.Match("CommandLine", new FieldTest.Exists(true)));
    }

    static Hunt of(EventKind kind, Condition condition) {
        return of(new Logic.Detection(kind, condition));
    }

    static Hunt of(Logic logic) {
        return new Hunt(
                HuntId.derived(logic.toString()),
                "A hunt",
                "For tests.",
                Hunt.Kind.CATALOGUE,
                logic,
                Severity.LOW,
                Hunt.Confidence.LOW,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "a test wants it");
    }
}
