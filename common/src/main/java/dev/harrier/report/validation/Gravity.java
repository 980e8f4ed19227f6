package dev.harrier.report.validation;

import dev.harrier.verdict.Verdict;
import java.util.List;

/** In which order verdicts ask for a person's eye: what happened, then what could not be seen, then what is well. */
final class Gravity {
    /** The rank of no verdict at all. */
    static final int NONE = Verdict.values().length;

    private static final List<Verdict> ORDER = List.of(
            Verdict.RAISED,
            Verdict.CONFIRMED,
            Verdict.NOISY,
            Verdict.BLOCKED,
            Verdict.ERROR,
            Verdict.BLIND,
            Verdict.INCOMPLETE,
            Verdict.QUIET);

    private Gravity() {}

    static List<Verdict> order() {
        return ORDER;
    }

    /** 0 for the gravest. */
    static int rank(Verdict verdict) {
        return ORDER.indexOf(verdict);
    }
}
