package dev.harrier.verdict;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.Hunt;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Prevalence;
import dev.harrier.measure.Window;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges one hunt by its count; {@code VERDICTS.md} is the same as a table. One hit of an indicator is grave; what was as common before
 * the campaign as it is now says more of the hunt than of an intruder. Pure and thread-safe.
 */
public final class VerdictRules {
    private final VerdictPolicy policy;

    /** Rules with the given numbers. */
    public VerdictRules(VerdictPolicy policy) {
        this.policy = requireNonNull(policy, "policy is null");
    }

    /** Judges a count of which nothing else is known. */
    public HuntVerdict judge(Hunt hunt, String target, HitCount count, Coverage coverage, Window window) {
        return judge(hunt, target, count, coverage, window, Background.NONE);
    }

    /**
     * Judges.
     *
     * @param target the target's name
     * @param coverage of the hunt's kind of event in the same window
     * @param background what is known besides
     */
    public HuntVerdict judge(
            Hunt hunt, String target, HitCount count, Coverage coverage, Window window, Background background) {
        Judgement judgement = judgement(hunt, count, new Circumstances(coverage, window, background));
        return new HuntVerdict(hunt, target, count, judgement.verdict, judgement.reason);
    }

    private record Judgement(Verdict verdict, String reason) {}

    private record Circumstances(Coverage coverage, Window window, Background background) {
        /** Days of the window, at least one, begun ones whole. */
        double days() {
            return Math.max(1, Math.ceil(window.length().toHours() / 24.0));
        }
    }

    private Judgement judgement(Hunt hunt, HitCount count, Circumstances here) {
        if (count instanceof HitCount.Unanswered unanswered) {
            return new Judgement(Verdict.ERROR, unanswered.why());
        }
        if (count instanceof HitCount.Blind blind) {
            return new Judgement(Verdict.BLIND, blind.why());
        }
        if (count instanceof HitCount.AtLeast atLeast) {
            return atLeast(hunt, atLeast, here);
        }
        HitCount.Counted counted = (HitCount.Counted) count;
        return counted.hits().events() == 0 ? nothing(hunt, counted, here) : ofHits(hunt, counted.hits(), here);
    }

    private Judgement atLeast(Hunt hunt, HitCount.AtLeast count, Circumstances here) {
        if (count.hits().events() == 0) {
            return new Judgement(Verdict.INCOMPLETE, "nothing so far, but " + count.why());
        }
        Judgement judgement = ofHits(hunt, count.hits(), here);
        return new Judgement(judgement.verdict, judgement.reason + " at least; " + count.why());
    }

    private Judgement nothing(Hunt hunt, HitCount.Counted counted, Circumstances here) {
        String kind = hunt.logic().kind().words();
        long usual = here.background.usualHosts().orElse(0);
        long reporting = here.coverage.hosts();
        if (reporting > 0 && reporting < policy.reportingShare() * usual) {
            return new Judgement(
                    Verdict.INCOMPLETE,
                    "no hit, but only " + plural(reporting, "host") + " of usually " + usual + " sent " + kind
                            + " events");
        }
        return new Judgement(Verdict.QUIET, "no hit in " + counted.searched() + " " + kind + " events");
    }

    private Judgement ofHits(Hunt hunt, Hits hits, Circumstances here) {
        Judgement own = ofHitsAlone(hunt, hits, here);
        return here.background
                .alerts()
                .map(Dispositions::of)
                .flatMap(decided -> byAnalysts(decided, own))
                .orElse(own);
    }

    /** People who looked know better than numbers. */
    private Optional<Judgement> byAnalysts(Dispositions decided, Judgement own) {
        if (decided.truePositive() > 0) {
            Verdict verdict = own.verdict == Verdict.RAISED ? Verdict.RAISED : Verdict.CONFIRMED;
            String reason = own.reason + "; analysts found " + plural(decided.truePositive(), "true positive");
            return Optional.of(new Judgement(verdict, reason));
        }
        boolean enough = decided.decided() >= policy.dispositions()
                && decided.falsePositive() >= policy.falsePositiveShare() * decided.decided();
        return enough
                ? Optional.of(new Judgement(
                        Verdict.NOISY,
                        own.reason + "; analysts closed " + decided.falsePositive() + " of " + decided.decided()
                                + " alerts as false or benign"))
                : Optional.empty();
    }

    private Judgement ofHitsAlone(Hunt hunt, Hits hits, Circumstances here) {
        String seen = plural(hits.events(), "event") + " on " + plural(hits.hosts(), "host")
                + (hits.blockedWords().isEmpty() || hits.allBlocked() ? "" : ", " + hits.blockedWords());
        if (hunt.kind() == Hunt.Kind.EXPOSURE) {
            return new Judgement(
                    Verdict.CONFIRMED, seen + ": vulnerable here, which is no sign of an attack by itself");
        }
        if (hits.allBlocked()) {
            return new Judgement(Verdict.BLOCKED, seen + ", every one blocked: it was tried, and did not get through");
        }
        if (isNoise(hunt, hits, here)) {
            return new Judgement(Verdict.NOISY, seen + ordinary(hits, here));
        }
        if (hunt.kind() == Hunt.Kind.INDICATOR) {
            return hits.hosts() >= policy.spreadHosts()
                    ? new Judgement(Verdict.RAISED, seen + ": an indicator that has spread")
                    : new Judgement(Verdict.CONFIRMED, seen + ": one hit of an indicator is grave");
        }
        String of = " of " + here.coverage.hosts() + " reporting";
        return isBurst(hits, here)
                ? new Judgement(Verdict.RAISED, seen + of + ": " + burst(hits, here))
                : new Judgement(Verdict.CONFIRMED, seen + of);
    }

    /** Broad, and either known to be usual or, where nothing is known, seen day after day. An indicator must be known to be usual. */
    private boolean isNoise(Hunt hunt, Hits hits, Circumstances here) {
        Prevalence before = here.background.before();
        boolean broad = here.coverage.hosts() > 0
                && hits.hosts() >= policy.noisyHosts()
                && hits.hosts() >= policy.noisyHostShare() * here.coverage.hosts();
        if (!broad || (hunt.kind() == Hunt.Kind.INDICATOR && !isKnown(before))) {
            return false;
        }
        return isKnown(before)
                ? before.share() >= policy.noisyDayShare() && !isAboveUsual(hits, here)
                : hits.days() >= policy.noisyDayShare() * here.days();
    }

    private String ordinary(Hits hits, Circumstances here) {
        Prevalence before = here.background.before();
        String estate = " of " + here.coverage.hosts() + " reporting, ";
        return isKnown(before)
                ? estate + "and on " + before.daysWithHits() + " of " + before.days()
                        + " days before: as ordinary here as it was, tune the hunt"
                : estate + "on " + plural(hits.days(), "day") + ": ordinary here, tune the hunt";
    }

    private boolean isBurst(Hits hits, Circumstances here) {
        return isKnown(here.background.before()) && hits.hosts() >= policy.spreadHosts() && isAboveUsual(hits, here);
    }

    private static String burst(Hits hits, Circumstances here) {
        Prevalence before = here.background.before();
        return String.format(
                Locale.ROOT,
                "a new burst, %.1f hits a day where %.1f were usual over %s",
                hits.events() / here.days(),
                before.median(),
                plural(before.days(), "day"));
    }

    private boolean isAboveUsual(Hits hits, Circumstances here) {
        double usual = here.background.before().unusualAbove(policy.burstDeviations(), policy.burstTimes());
        return hits.events() / here.days() > usual;
    }

    private boolean isKnown(Prevalence before) {
        return before.days() >= policy.historyDays();
    }

    private static String plural(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
