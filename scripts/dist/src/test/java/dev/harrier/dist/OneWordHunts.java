package dev.harrier.dist;

import dev.harrier.assess.Severity;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.Optional;

/** Hunts that look for one word in one field. */
final class OneWordHunts {
    private OneWordHunts() {}

    /** Of programs started with the word in their command line. */
    static Hunt of(String title, String word) {
        return of(title, word, Severity.MEDIUM, EventKind.PROCESS_CREATION, "CommandLine");
    }

    static Hunt of(String title, String word, Severity severity, EventKind kind, String field) {
        return new Hunt(
                HuntId.derived("one word", title),
                title,
                "For a test.",
                Hunt.Kind.BEHAVIOUR,
                new Logic.Detection(
                        kind, new Condition.Match(field, new FieldTest.Like(TextPattern.containing(word), false))),
                severity,
                Hunt.Confidence.MEDIUM,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "a test needs it");
    }
}
