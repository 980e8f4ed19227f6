package dev.harrier.splunk.dialect;

import dev.harrier.assess.Severity;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hunts and profiles for tests. */
final class Hunts {
    static final Profile CIM = new Profile("cim", Map.of());
    static final Profile CIM_ONLY = new Profile("cim", Map.of("fallback", "none"));
    static final Profile RAW = new Profile("raw", Map.of());
    static final SplDialect SPL = new SplDialect();

    private Hunts() {}

    static Hunt of(Logic logic) {
        return new Hunt(
                HuntId.derived("test"),
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

    static String text(EventKind kind, Condition condition, Profile profile) {
        Rendering rendering = SPL.render(of(new Logic.Detection(kind, condition)), profile);
        return rendering instanceof Rendering.Rendered rendered
                ? rendered.text()
                : "Unsupported: " + ((Rendering.Unsupported) rendering).reason();
    }

    static Condition like(String field, TextPattern pattern) {
        return new Condition.Match(field, new FieldTest.Like(pattern, false));
    }

    static Condition is(String field, String value) {
        return like(field, TextPattern.exactly(value));
    }

    static Condition ends(String field, String value) {
        return like(field, TextPattern.endingWith(value));
    }

    static Condition contains(String field, String value) {
        return like(field, TextPattern.containing(value));
    }

    static Condition all(Condition... parts) {
        return new Condition.All(List.of(parts));
    }

    static Condition any(Condition... parts) {
        return new Condition.Any(List.of(parts));
    }

    static Condition not(Condition part) {
        return new Condition.Not(part);
    }

    static Condition test(String field, FieldTest test) {
        return new Condition.Match(field, test);
    }
}
