package dev.harrier.dist.oracle;

import dev.harrier.assess.Severity;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import java.util.List;
import java.util.Optional;

/** Hunts that are nothing but their logic. */
final class OracleHunts {
    private OracleHunts() {}

    static Hunt of(Logic logic) {
        return new Hunt(
                HuntId.derived("oracle"),
                "A hunt",
                "",
                Hunt.Kind.BEHAVIOUR,
                logic,
                Severity.HIGH,
                Hunt.Confidence.HIGH,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "");
    }
}
