package dev.harrier.report;

import dev.harrier.evidence.NamedThreat;

/** What the kinds of named things are called on a page. */
final class ThreatWords {
    private ThreatWords() {}

    /** One word for any number: {@code actor}. */
    static String of(NamedThreat.Kind kind) {
        return switch (kind) {
            case ACTOR -> "actor";
            case MALWARE -> "malware";
            case TOOL -> "tool";
        };
    }

    static String heading(NamedThreat.Kind kind) {
        return switch (kind) {
            case ACTOR -> "Actors named";
            case MALWARE -> "Malware named";
            case TOOL -> "Tools named";
        };
    }
}
