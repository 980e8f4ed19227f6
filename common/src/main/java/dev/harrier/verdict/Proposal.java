package dev.harrier.verdict;

import static java.util.Objects.requireNonNull;

import dev.harrier.deploy.Deployment.State;
import dev.harrier.hunt.Hunt;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.LedgerEntry.DayCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What should become of a hunt on a target. A person decides.
 *
 * @param hunt the hunt
 * @param target the target's name
 * @param step what to do
 * @param reason for people
 * @param allow what a noisy hunt could leave out
 */
public record Proposal(Hunt hunt, String target, Step step, String reason, Optional<Allowance> allow) {
    /** Days that must have been counted before they say what happens every day. */
    private static final int LEAST_DAYS = 7;

    /** What can be done with a hunt. */
    public enum Step {
        /** Let it alert. */
        PROMOTE,
        /** Keep it in shadow, and make it more specific. */
        TUNE,
        /** Switch it off. */
        RETIRE
    }

    public Proposal {
        requireNonNull(hunt, "hunt is null");
        requireNonNull(target, "target is null");
        requireNonNull(step, "step is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(allow, "allow is null");
    }

    /** One that leaves nothing out. */
    public Proposal(Hunt hunt, String target, Step step, String reason) {
        this(hunt, target, step, reason, Optional.empty());
    }

    /** The same, with whom a noisy hunt is about. */
    public Proposal tuned(Tuning tuning) {
        return tuning.of(this);
    }

    /**
     * What to do with one hunt, if anything.
     *
     * @param verdict the latest
     * @param state in which it is deployed
     * @param published the date of its article, from which its lifetime counts
     * @param today UTC
     * @param days what was counted day by day, of the query that runs now
     * @param quietDays so many days without a hit, all searched, make a hunt safe to go live
     */
    public static Optional<Proposal> of(
            HuntVerdict verdict,
            State state,
            Optional<LocalDate> published,
            LocalDate today,
            NavigableMap<LocalDate, DayCount> days,
            int quietDays) {
        Hunt hunt = verdict.hunt();
        Optional<LocalDate> expiry = expiry(hunt, published);
        if (expiry.filter(end -> !today.isBefore(end)).isPresent()) {
            return Optional.of(
                    new Proposal(hunt, verdict.target(), Step.RETIRE, "its lifetime ended on " + expiry.get()));
        }
        if (verdict.verdict() == Verdict.NOISY) {
            return Optional.of(new Proposal(hunt, verdict.target(), Step.TUNE, verdict.reason()));
        }
        if (state == State.LIVE) {
            return Optional.empty();
        }
        Optional<String> everyday = everyday(verdict, days, today, quietDays);
        if (everyday.isPresent()) {
            return Optional.of(new Proposal(hunt, verdict.target(), Step.TUNE, everyday.get()));
        }
        if (verdict.verdict() == Verdict.CONFIRMED || verdict.verdict() == Verdict.RAISED) {
            return Optional.of(new Proposal(hunt, verdict.target(), Step.PROMOTE, verdict.reason()));
        }
        return isQuiet(days, today, quietDays)
                ? Optional.of(new Proposal(
                        hunt,
                        verdict.target(),
                        Step.PROMOTE,
                        "quiet for " + quietDays + " days, everything searched on each"))
                : Optional.empty();
    }

    /** A backup on one host confirms a behaviour each night, however few it concerns: as an alert it would be switched off soon. */
    private static Optional<String> everyday(
            HuntVerdict verdict, NavigableMap<LocalDate, DayCount> days, LocalDate today, int quietDays) {
        Hunt.Kind kind = verdict.hunt().kind();
        boolean behaviour = kind == Hunt.Kind.BEHAVIOUR || kind == Hunt.Kind.CATALOGUE;
        if (verdict.verdict() != Verdict.CONFIRMED || !behaviour) {
            return Optional.empty();
        }
        List<HitCount.Counted> counted = days.subMap(today.minusDays(quietDays), true, today, false).values().stream()
                .map(DayCount::count)
                .filter(HitCount.Counted.class::isInstance)
                .map(HitCount.Counted.class::cast)
                .toList();
        long hit = counted.stream().filter(day -> day.hits().events() > 0).count();
        return counted.size() >= LEAST_DAYS && hit * 2 >= counted.size()
                ? Optional.of("hits on " + hit + " of the last " + counted.size()
                        + " days counted: it would alert day after day")
                : Optional.empty();
    }

    /** The first day on which a hunt is no longer worth running; empty if it has no end, or its article no date. */
    public static Optional<LocalDate> expiry(Hunt hunt, Optional<LocalDate> published) {
        return published.flatMap(date -> hunt.timeToLive().map(time -> date.plusDays(time.toDays())));
    }

    private static boolean isQuiet(NavigableMap<LocalDate, DayCount> days, LocalDate today, int quietDays) {
        Map<LocalDate, DayCount> latest = days.subMap(today.minusDays(quietDays), true, today, false);
        return latest.size() == quietDays
                && latest.values().stream()
                        .allMatch(day -> day.count() instanceof HitCount.Counted counted
                                && counted.hits().events() == 0);
    }
}
