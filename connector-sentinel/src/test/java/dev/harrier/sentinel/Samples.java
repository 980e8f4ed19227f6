package dev.harrier.sentinel;

import dev.harrier.assess.Severity;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import dev.harrier.measure.Window;
import dev.harrier.sentinel.dialect.KqlDialect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Hunts to deploy and count. */
final class Samples {
    static final KqlDialect DIALECT = new KqlDialect();
    static final Dialect KQL = DIALECT;
    static final Window WINDOW =
            new Window(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-02T00:00:00Z"));

    /** Retired rules are deleted. */
    static final RulePolicy DELETING = policy(RulePolicy.USUAL.budget(), RulePolicy.USUAL.lowConfidence(), true);

    private Samples() {}

    /** The usual policy but for these. */
    static RulePolicy policy(int budget, boolean lowConfidence, boolean deletes) {
        RulePolicy usual = RulePolicy.USUAL;
        return new RulePolicy(
                usual.frequency(),
                usual.lookback(),
                usual.suppression(),
                usual.grouping(),
                usual.incidents(),
                budget,
                lowConfidence,
                deletes);
    }

    /** The same of low confidence. */
    static Hunt unsure(Hunt hunt) {
        return new Hunt(
                hunt.id(),
                hunt.title(),
                hunt.description(),
                hunt.kind(),
                hunt.logic(),
                hunt.severity(),
                Hunt.Confidence.LOW,
                hunt.techniques(),
                hunt.grounds(),
                hunt.references(),
                hunt.falsePositives(),
                hunt.timeToLive(),
                hunt.selectedBecause());
    }

    static Hunt hunt(String needle) {
        return hunt("Sample hunt", "Looks for a sample.", needle, List.of("T1059.001"));
    }

    static Hunt hunt(String title, String description, String needle, List<String> techniques) {
        FieldTest holds = new FieldTest.Like(TextPattern.containing(needle), false);
        return new Hunt(
                HuntId.derived(title),
                title,
                description,
                Hunt.Kind.BEHAVIOUR,
                new Logic.Detection(EventKind.PROCESS_CREATION, new Condition.Match("CommandLine", holds)),
                Severity.CRITICAL,
                Hunt.Confidence.HIGH,
                techniques,
                List.of(),
                List.of("https://example.org/article"),
                List.of(),
                Optional.of(Duration.ofDays(90)),
                "a test wants it");
    }

    static String text(Hunt hunt) {
        return ((Rendering.Rendered) KQL.render(hunt, KQL.defaultProfile())).text();
    }

    static Deployment shadow(Hunt hunt) {
        return new Deployment(hunt, text(hunt), Deployment.State.SHADOW);
    }

    static Deployment live(Hunt hunt) {
        return new Deployment(hunt, text(hunt), Deployment.State.LIVE);
    }

    static String counting(Hunt hunt) {
        return KQL.counting(text(hunt), KQL.defaultProfile());
    }

    static String coverage() {
        return KQL.coverage(EventKind.PROCESS_CREATION, KQL.defaultProfile()).orElseThrow();
    }
}
