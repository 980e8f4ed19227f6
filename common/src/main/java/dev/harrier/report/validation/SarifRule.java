package dev.harrier.report.validation;

import dev.harrier.verdict.Verdict;
import java.util.Locale;
import java.util.Optional;

/** What code scanning is told of a validation; each has an id, a level and a way out. */
enum SarifRule {
    RAISED(
            "error",
            "More was seen than the article predicts",
            "Investigate the hits; the article is graver here than on paper."),
    CONFIRMED("warning", "What the article describes was seen", "Investigate the hits."),
    NOISY(
            "warning",
            "The hunt hits so much that it says little",
            "Make it more specific, or allow what is ordinary here."),
    BLOCKED(
            "note",
            "What the article describes was tried, and every attempt was stopped",
            "Look where it came from; what stopped it here may not stand everywhere."),
    ERROR("warning", "The target gave no answer", "See the reason; the severity was not moved by it."),
    BLIND(
            "warning",
            "The telemetry that would show a hit is not there",
            "Switch the source on; no hit means nothing until then."),
    DRIFT("warning", "An object is not as the packs want it", "Deploy, or take the edit over into the pack."),
    FOREIGN("warning", "A name is taken by an object that is not ours", "Rename one of the two."),
    DISAGREEMENT("note", "Two targets saw different things", "Compare mapping, coverage and lag of the two.");

    private final String level;
    private final String what;
    private final String wayOut;

    SarifRule(String level, String what, String wayOut) {
        this.level = level;
        this.what = what;
        this.wayOut = wayOut;
    }

    /** Stable: alerts that were dismissed stay so. */
    String id() {
        return "harrier/" + name().toLowerCase(Locale.ROOT);
    }

    String level() {
        return level;
    }

    String what() {
        return what;
    }

    String wayOut() {
        return wayOut;
    }

    /** Empty for what is no finding. */
    static Optional<SarifRule> of(Verdict verdict) {
        return switch (verdict) {
            case RAISED -> Optional.of(RAISED);
            case CONFIRMED -> Optional.of(CONFIRMED);
            case NOISY -> Optional.of(NOISY);
            case ERROR -> Optional.of(ERROR);
            case BLIND -> Optional.of(BLIND);
            case BLOCKED -> Optional.of(BLOCKED);
            case QUIET, INCOMPLETE -> Optional.empty();
        };
    }
}
