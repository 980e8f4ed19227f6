package dev.harrier.splunk;

import dev.harrier.assess.Severity;
import dev.harrier.connector.Connector;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.WantedObject;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import dev.harrier.measure.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Hunts and plans for tests. */
final class Made {
    static final Window WINDOW =
            new Window(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-04T00:00:00Z"));

    private Made() {}

    static Hunt hunt(int number, String description) {
        return hunt(number, "Made hunt " + number, description);
    }

    static Hunt hunt(int number, String title, String description) {
        FieldTest holds = new FieldTest.Like(TextPattern.containing("needle-" + number), false);
        return new Hunt(
                HuntId.derived("made", "" + number),
                title,
                description,
                Hunt.Kind.BEHAVIOUR,
                new Logic.Detection(EventKind.PROCESS_CREATION, new Condition.Match("CommandLine", holds)),
                Severity.MEDIUM,
                Hunt.Confidence.HIGH,
                List.of("T1059"),
                List.of(),
                List.of("https://example.org/article"),
                List.of("None known."),
                Optional.empty(),
                "a test wants it");
    }

    static Deployment deployment(int number, String text) {
        return new Deployment(hunt(number, "Finds needle " + number + "."), text, Deployment.State.SHADOW);
    }

    static Deployment live(int number) {
        Deployment shadow = deployment(number);
        return new Deployment(
                shadow.hunt(), shadow.text() + " by Processes.dest Processes.user", Deployment.State.LIVE);
    }

    static Deployment deployment(int number) {
        return deployment(number, "| tstats count from datamodel=Endpoint.Processes where needle=" + number);
    }

    static WantedObject wanted(Connector connector, int number) {
        return connector.describe(deployment(number));
    }

    static WantedObject changed(Connector connector, int number) {
        return connector.describe(
                deployment(number, "| tstats count from datamodel=Endpoint.Processes where other=" + number));
    }

    static List<WantedObject> wanted(Connector connector, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> wanted(connector, number))
                .toList();
    }

    /** Lists, plans, and carries the plan out. */
    static List<Change> deploy(Connector connector, List<WantedObject> wanted) {
        List<Change> writes =
                Plan.between("contract", wanted, connector.deployed(), false).writes();
        writes.forEach(connector::apply);
        return writes;
    }
}
