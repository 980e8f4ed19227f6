package dev.harrier.dialect;

import dev.harrier.assess.Severity;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import java.util.List;
import java.util.Optional;

/** The hunt that every event of a kind matches, if a host reported it. */
final class EveryEvent {
    private EveryEvent() {}

    static Hunt of(EventKind kind) {
        Condition reported = new Condition.Match(EventModel.COMPUTER, new FieldTest.Exists(true));
        return new Hunt(
                HuntId.derived("every event", kind.category()),
                "Telemetry of " + kind.words(),
                "All events of this kind.",
                Hunt.Kind.CATALOGUE,
                new Logic.Detection(kind, reported),
                Severity.INFORMATIONAL,
                Hunt.Confidence.LOW,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "asked for");
    }
}
