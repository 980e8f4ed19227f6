package dev.harrier.report.validation;

import dev.harrier.deploy.ChangeWords;
import dev.harrier.report.ValidationReport;
import java.util.List;
import java.util.Locale;

/**
 * Something on a target that is not as the packs want it.
 *
 * @param target its name
 * @param kind what sort it is
 * @param change in words
 */
record Deviation(String target, Kind kind, ChangeWords change) {
    /** As {@code --fail-on} tells them apart. */
    enum Kind {
        /** A deploy would write, or somebody edited an object of ours. */
        DRIFT,
        /** A name is taken by an object that is not ours. */
        FOREIGN,
        /** Set by its users to their taste, and left so: no finding. */
        ADJUSTED;

        /** As {@code --fail-on} spells it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(ChangeWords change) {
            return switch (change.word()) {
                case "adjusted" -> ADJUSTED;
                case "foreign" -> FOREIGN;
                default -> DRIFT;
            };
        }
    }

    /** All of a report, by target. */
    static List<Deviation> of(ValidationReport report) {
        return report.targets().stream()
                .flatMap(target ->
                        target.changes().stream().map(change -> new Deviation(target.name(), Kind.of(change), change)))
                .toList();
    }

    /** Those that are findings. */
    static List<Deviation> findings(ValidationReport report) {
        return of(report).stream()
                .filter(deviation -> deviation.kind != Kind.ADJUSTED)
                .toList();
    }

    /** For people: {@code drifted: edited by hand: cron_schedule}. */
    String words() {
        return change.detail().isEmpty() ? change.word() : change.word() + ": " + change.detail();
    }
}
