package dev.harrier.verdict;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.Hunt;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Window;

/**
 * Judges one hunt by its count. One hit of an indicator is grave; a behaviour that a large share of the estate shows day after day
 * says more of the hunt than of an intruder. Pure and thread-safe.
 */
public final class VerdictRules {
    private final VerdictPolicy policy;

    /** Rules with the given numbers. */
    public VerdictRules(VerdictPolicy policy) {
        this.policy = requireNonNull(policy, "policy is null");
    }

    /**
     * Judges.
     *
     * @param target the target's name
     * @param coverage of the hunt's kind of event in the same window
     */
    public HuntVerdict judge(Hunt hunt, String target, HitCount count, Coverage coverage, Window window) {
        if (count instanceof HitCount.Unanswered unanswered) {
            return new HuntVerdict(hunt, target, count, Verdict.ERROR, unanswered.why());
        }
        if (count instanceof HitCount.Blind blind) {
            return new HuntVerdict(hunt, target, count, Verdict.BLIND, blind.why());
        }
        if (count instanceof HitCount.AtLeast atLeast) {
            return atLeast(hunt, target, atLeast, coverage, window);
        }
        return counted(hunt, target, (HitCount.Counted) count, coverage, window);
    }

    private HuntVerdict atLeast(Hunt hunt, String target, HitCount.AtLeast count, Coverage coverage, Window window) {
        if (count.hits().events() == 0) {
            return new HuntVerdict(hunt, target, count, Verdict.INCOMPLETE, "nothing so far, but " + count.why());
        }
        Judgement judgement = ofHits(hunt, count.hits(), coverage, window);
        return new HuntVerdict(hunt, target, count, judgement.verdict, judgement.reason + " at least; " + count.why());
    }

    private HuntVerdict counted(Hunt hunt, String target, HitCount.Counted count, Coverage coverage, Window window) {
        if (count.hits().events() == 0) {
            String reason =
                    "no hit in " + count.searched() + " " + hunt.logic().kind().words() + " events";
            return new HuntVerdict(hunt, target, count, Verdict.QUIET, reason);
        }
        Judgement judgement = ofHits(hunt, count.hits(), coverage, window);
        return new HuntVerdict(hunt, target, count, judgement.verdict, judgement.reason);
    }

    private Judgement ofHits(Hunt hunt, Hits hits, Coverage coverage, Window window) {
        String seen = plural(hits.events(), "event") + " on " + plural(hits.hosts(), "host");
        if (hunt.kind() == Hunt.Kind.INDICATOR) {
            return hits.hosts() >= policy.spreadHosts()
                    ? new Judgement(Verdict.RAISED, seen + ": an indicator that has spread")
                    : new Judgement(Verdict.CONFIRMED, seen + ": one hit of an indicator is grave");
        }
        if (hunt.kind() == Hunt.Kind.EXPOSURE) {
            return new Judgement(
                    Verdict.CONFIRMED, seen + ": vulnerable here, which is no sign of an attack by itself");
        }
        if (isNoise(hits, coverage, window)) {
            return new Judgement(
                    Verdict.NOISY,
                    seen + " of " + coverage.hosts() + " reporting, on " + plural(hits.days(), "day")
                            + ": ordinary here, tune the hunt");
        }
        return new Judgement(Verdict.CONFIRMED, seen + " of " + coverage.hosts() + " reporting");
    }

    private boolean isNoise(Hits hits, Coverage coverage, Window window) {
        double days = Math.max(1, Math.ceil(window.length().toHours() / 24.0));
        boolean estateIsKnown = coverage.hosts() > 0;
        return estateIsKnown
                && hits.hosts() >= policy.noisyHosts()
                && hits.hosts() >= policy.noisyHostShare() * coverage.hosts()
                && hits.days() >= policy.noisyDayShare() * days;
    }

    private static String plural(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    private record Judgement(Verdict verdict, String reason) {}
}
