package dev.harrier.report;

import dev.harrier.verdict.Verdict;
import java.util.List;

/** In which order verdicts ask for a person's eye: what happened, then what could not be seen, then what is well. */
public final class Gravity {
    /** The rank of no verdict at all. */
    public static final int NONE = Verdict.values().length;

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

    /** All verdicts, the gravest first. */
    public static List<Verdict> order() {
        return ORDER;
    }

    /** 0 for the gravest. */
    public static int rank(Verdict verdict) {
        return ORDER.indexOf(verdict);
    }
}
