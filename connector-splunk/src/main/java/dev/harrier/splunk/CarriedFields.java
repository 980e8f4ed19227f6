package dev.harrier.splunk;

import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Probe;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Leaves;
import dev.harrier.hunt.Logic;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The fields that a hunt asks for, and the search that tells whether any event carries one of them: telemetry of the right kind without
 * them (process creations without command lines, say) can't show a hit.
 *
 * @param names Sigma's, sorted
 */
record CarriedFields(NavigableSet<String> names) {
    /** Of a detection; empty if it asks for nothing, or for the absence of something. */
    static Optional<CarriedFields> of(Logic logic) {
        if (!(logic instanceof Logic.Detection detection)) {
            return Optional.empty();
        }
        List<Condition.Match> asked = Leaves.asked(detection.condition());
        NavigableSet<String> names = new TreeSet<>();
        asked.stream()
                .map(Condition.Match::field)
                .filter(field -> EventModel.shipped().field(logic.kind(), field).isPresent())
                .forEach(names::add);
        boolean absenceIsAsked = asked.stream().anyMatch(match -> match.test().equals(new FieldTest.Exists(false)));
        return names.isEmpty() || absenceIsAsked ? Optional.empty() : Optional.of(new CarriedFields(names));
    }

    /**
     * A counting search for events that carry at least one of them; empty if the dialect can't say it of the events that the hunt's own
     * text looks at (data models, or raw events).
     */
    Optional<String> search(Deployment deployment, Dialect dialect, Profile profile) {
        Hunt asking = Probe.carrying(deployment.hunt().logic().kind(), names);
        return dialect.render(asking, profile) instanceof Rendering.Rendered rendered
                        && SearchedEvents.asksModels(rendered.text()) == SearchedEvents.asksModels(deployment.text())
                ? Optional.of(dialect.counting(rendered.text(), profile))
                : Optional.empty();
    }
}
