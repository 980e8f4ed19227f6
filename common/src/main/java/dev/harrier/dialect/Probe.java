package dev.harrier.dialect;

import dev.harrier.assess.Severity;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Hunts that ask what telemetry there is. They are rendered and counted, never deployed. */
public final class Probe {
    private Probe() {}

    /** Every event of a kind, if a host reported it. */
    static Hunt everyEvent(EventKind kind) {
        return of(kind, carried(EventModel.COMPUTER));
    }

    /**
     * The events of a kind that carry at least one of these fields.
     *
     * @param fields Sigma's names, at least one
     */
    public static Hunt carrying(EventKind kind, Collection<String> fields) {
        return of(kind, new Condition.Any(fields.stream().map(Probe::carried).toList()));
    }

    private static Condition carried(String field) {
        return new Condition.Match(field, new FieldTest.Exists(true));
    }

    private static Hunt of(EventKind kind, Condition condition) {
        return new Hunt(
                HuntId.derived("probe", kind.category()),
                "Telemetry of " + kind.words(),
                "Events of this kind, to see whether there are any.",
                Hunt.Kind.CATALOGUE,
                new Logic.Detection(kind, condition),
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
