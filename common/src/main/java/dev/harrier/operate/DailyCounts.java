package dev.harrier.operate;

import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Deployment;
import dev.harrier.history.Ledger;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.History;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.measure.ScannedBytes;
import dev.harrier.measure.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * Brings the ledger up to date: counts every day that it lacks, and those that it counted before their last events were in. What was
 * counted is on disk before more is asked for, so that a killed run is taken up where it ended. Thread-safe.
 */
public final class DailyCounts {
    /** How many hunts are counted between two writes. */
    private static final int CHUNK = 32;
    /** So long after a day that was blind its telemetry may still come: a forwarder that was down catches up. */
    private static final Duration BLIND = Duration.ofDays(3);

    private final Ledger ledger;
    private final Clock clock;
    private final Duration lag;
    private final Deadline deadline;
    private final Notices notices;

    /**
     * Counts for a ledger.
     *
     * @param lag how long after a day's end its last events may still come in
     * @param deadline after which nothing more is asked
     */
    public DailyCounts(Ledger ledger, Clock clock, Duration lag, Deadline deadline, Notices notices) {
        this.ledger = ledger;
        this.clock = clock;
        this.lag = lag;
        this.deadline = deadline;
        this.notices = notices;
    }

    /**
     * Counts what is missing of a stretch of days on one target. A hunt's failure is an entry of its own; a target's failure ends it.
     *
     * @param from inclusive
     * @param to exclusive
     * @return hunts that were not reached before the deadline
     */
    public List<Hunt> update(TargetHunts hunts, History history, LocalDate from, LocalDate to) {
        List<Missing> missing = hunts.hunts().stream()
                .flatMap(hunt -> missing(hunts, hunt, history, from, to).stream())
                .toList();
        int most = hunts.target().connector().concurrency();
        for (int i = 0; i < missing.size(); i += CHUNK) {
            if (deadline.passed()) {
                return missing.subList(i, missing.size()).stream()
                        .map(Missing::hunt)
                        .toList();
            }
            List<Missing> chunk = missing.subList(i, Math.min(missing.size(), i + CHUNK));
            List<List<DayCount>> counted = InParallel.map(chunk, most, each -> count(hunts, each));
            ledger.append(counted.stream()
                    .flatMap(List::stream)
                    .filter(entry -> !isKnown(entry, history))
                    .toList());
            notices.progress(hunts.target().name() + ": " + Math.min(missing.size(), i + CHUNK) + " of "
                    + missing.size() + " hunts counted" + scanned(hunts));
        }
        return List.of();
    }

    /** What that cost, where the target tells. */
    private static String scanned(TargetHunts hunts) {
        OptionalLong bytes = hunts.target().connector().scannedBytes();
        return bytes.isEmpty() ? "" : ", " + ScannedBytes.words(bytes.getAsLong()) + " read for it so far";
    }

    private record Missing(Hunt hunt, List<LocalDate> days) {
        LocalDate from() {
            return days.get(0);
        }

        LocalDate to() {
            return days.get(days.size() - 1).plusDays(1);
        }
    }

    /** One stretch, from the first day that is missing to the last: one question, though some days between may be known. */
    private Optional<Missing> missing(TargetHunts hunts, Hunt hunt, History history, LocalDate from, LocalDate to) {
        String query = hunts.fingerprint(hunt.id());
        List<LocalDate> days = from.datesUntil(to)
                .filter(day -> !isSettled(hunts, hunt, history, query, day))
                .toList();
        return days.isEmpty() ? Optional.empty() : Optional.of(new Missing(hunt, days));
    }

    private boolean isSettled(TargetHunts hunts, Hunt hunt, History history, String query, LocalDate day) {
        Instant end = Window.of(day, day.plusDays(1)).to();
        String target = hunts.target().name();
        return history.settled(hunt.id(), target, query, day, end.plus(lag))
                && !(isBlind(history.days(hunt.id(), target).get(day))
                        && clock.instant().isBefore(end.plus(BLIND)));
    }

    private static boolean isBlind(DayCount known) {
        return known.count() instanceof HitCount.Blind;
    }

    /** A failure or blindness that is on disk already says nothing new. */
    private static boolean isKnown(DayCount entry, History history) {
        DayCount known = history.days(entry.hunt(), entry.target()).get(entry.day());
        boolean nothing = entry.count() instanceof HitCount.Unanswered || entry.count() instanceof HitCount.Blind;
        return nothing
                && known != null
                && known.query().equals(entry.query())
                && known.count().equals(entry.count());
    }

    private List<DayCount> count(TargetHunts hunts, Missing missing) {
        HuntId id = missing.hunt.id();
        Optional<Deployment> deployment = hunts.deployment(id);
        if (deployment.isEmpty()) {
            HitCount why = hunts.uncounted(id);
            return missing.days.stream().map(day -> entry(hunts, id, day, why)).toList();
        }
        try {
            List<DayCount> entries = new ArrayList<>();
            daily(hunts.target(), deployment.get(), missing)
                    .forEach((day, count) -> entries.add(entry(hunts, id, day, count)));
            entries.removeIf(entry -> !missing.days.contains(entry.day()));
            unanswered(entries)
                    .ifPresent(why -> notices.problem(new Problem(
                            Problem.Gravity.PARTIAL,
                            hunts.target().name() + ": " + missing.hunt.title() + ": " + why)));
            return entries;
        } catch (ConnectorException e) {
            notices.problem(Problem.of(e));
            return List.of(entry(hunts, id, missing.to().minusDays(1), new HitCount.Unanswered(e.getMessage())));
        }
    }

    private static SortedMap<LocalDate, HitCount> daily(Target target, Deployment deployment, Missing missing) {
        SortedMap<LocalDate, HitCount> counts = target.connector().daily(deployment, missing.from(), missing.to());
        return new BlockedHits(target).split(deployment, missing.from(), missing.to(), counts);
    }

    /** The latest failure, once per hunt: thirty days that fail alike are one problem. */
    private static Optional<String> unanswered(List<DayCount> entries) {
        return entries.stream()
                .map(DayCount::count)
                .filter(HitCount.Unanswered.class::isInstance)
                .map(count -> ((HitCount.Unanswered) count).why())
                .reduce((first, second) -> second);
    }

    private DayCount entry(TargetHunts hunts, HuntId hunt, LocalDate day, HitCount count) {
        return new DayCount(hunt, hunts.target().name(), day, clock.instant(), hunts.fingerprint(hunt), count);
    }

    /** Asks what telemetry there was on each day that is missing: one question per kind. */
    public void coverage(TargetHunts hunts, History history, LocalDate from, LocalDate to) {
        new DailyTelemetry(ledger, clock, lag, deadline, notices).update(hunts, history, from, to);
    }
}
