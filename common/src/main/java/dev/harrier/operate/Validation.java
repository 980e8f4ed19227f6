package dev.harrier.operate;

import dev.harrier.connector.ConnectorException;
import dev.harrier.history.Ledger;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.History;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.measure.Window;
import dev.harrier.pack.SavedPacks;
import dev.harrier.report.ValidationReport;
import dev.harrier.verdict.Disagreement;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.Proposal;
import dev.harrier.verdict.VerdictPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The scheduled run: drift, coverage, counts, verdicts, for many packs on many targets. Writes nothing to a target. What it counts is in
 * the ledger at once, so that a killed run is taken up by the next.
 */
public final class Validation {
    private final Wish wish;
    private final Ledger ledger;
    private final Clock clock;
    private final Notices notices;
    private final List<String> problems = new ArrayList<>();

    /**
     * What is asked for.
     *
     * @param deployment the name in every marker
     * @param from first day of the window that verdicts are about, UTC
     * @param to the day after its last
     * @param backfillDays days before the window that are counted too, where the ledger lacks them
     * @param lag how long after a day's end its last events may still come in
     * @param deadline after which nothing more is counted
     * @param policy numbers of the verdict rules
     * @param quietDays that make a hunt safe to go live
     */
    public record Wish(
            String deployment,
            LocalDate from,
            LocalDate to,
            int backfillDays,
            Duration lag,
            Deadline deadline,
            VerdictPolicy policy,
            int quietDays) {
        Window window() {
            return Window.of(from, to);
        }
    }

    /** A run that keeps its counts in a ledger. */
    public Validation(Wish wish, Ledger ledger, Clock clock, Notices notices) {
        this.wish = wish;
        this.ledger = ledger;
        this.clock = clock;
        this.notices = new Notices() {
            @Override
            public void progress(String text) {
                notices.progress(text);
            }

            @Override
            public void problem(Problem problem) {
                synchronized (problems) {
                    problems.add(problem.message());
                }
                notices.problem(problem);
            }
        };
    }

    /** Runs. A target that can't be reached has an error for each of its hunts; the others go on. */
    public ValidationReport run(SavedPacks packs, List<Target> targets) {
        Instant begin = clock.instant();
        List<Hunt> hunts = packs.hunts();
        Ledger.Content known = ledger.read();
        if (known.unreadable() > 0) {
            notices.progress(known.unreadable() + " lines of the ledger could not be read, and are passed over");
        }
        History before = History.of(known.entries());
        List<TargetHunts> rendered = new ArrayList<>();
        Map<TargetHunts, Set<HuntId>> late = new HashMap<>();
        for (Target target : targets) {
            TargetHunts of = TargetHunts.of(target, hunts, notices);
            rendered.add(of);
            late.put(of, count(of, before));
        }
        History history = History.of(ledger.read().entries());
        Map<HuntId, LocalDate> published = published(packs);
        List<TargetVerdicts> verdicts = rendered.stream()
                .map(of -> new TargetVerdicts(wish, of, hunts, history, published, late.get(of), clock, notices))
                .toList();
        List<HuntVerdict> all =
                verdicts.stream().flatMap(of -> of.verdicts().stream()).toList();
        // Tuning asks too, and what was read is told when all is asked.
        List<Proposal> proposals =
                verdicts.stream().flatMap(of -> of.proposals().stream()).toList();
        return new ValidationReport(
                clock.instant(),
                wish.window(),
                packs.packs().stream()
                        .map(pack -> Reported.pack(pack, verdicts))
                        .toList(),
                hunts,
                verdicts.stream().map(Reported::target).toList(),
                all,
                Disagreement.among(all),
                proposals,
                days(hunts, targets, history),
                problems,
                Optional.of(Duration.between(begin, clock.instant())));
    }

    private Set<HuntId> count(TargetHunts hunts, History history) {
        DailyCounts counts = new DailyCounts(ledger, clock, wish.lag(), wish.deadline(), notices);
        LocalDate first = wish.from().minusDays(wish.backfillDays());
        counts.coverage(hunts, history, first, wish.to());
        Set<HuntId> late = new HashSet<>();
        counts.update(hunts, history, first, wish.to()).forEach(hunt -> late.add(hunt.id()));
        if (!late.isEmpty()) {
            notices.problem(new Problem(
                    Problem.Gravity.PARTIAL,
                    hunts.target().name() + ": the deadline passed before " + late.size()
                            + " hunts were counted; the next run takes them up"));
        }
        return late;
    }

    /** Of a hunt that several articles chose, the latest: its lifetime counts from there. */
    private static Map<HuntId, LocalDate> published(SavedPacks packs) {
        Map<HuntId, LocalDate> dates = new HashMap<>();
        packs.packs().forEach(pack -> pack.published().ifPresent(date -> pack.hunts()
                .forEach(hunt -> dates.merge(hunt.id(), date, (one, other) -> one.isAfter(other) ? one : other))));
        return dates;
    }

    private Map<HuntId, Map<String, List<DayCount>>> days(List<Hunt> hunts, List<Target> targets, History history) {
        Map<HuntId, Map<String, List<DayCount>>> days = new HashMap<>();
        LocalDate first = wish.from().minusDays(wish.backfillDays());
        for (Hunt hunt : hunts) {
            Map<String, List<DayCount>> byTarget = new HashMap<>();
            targets.forEach(target -> byTarget.put(
                    target.name(),
                    List.copyOf(history.days(hunt.id(), target.name())
                            .subMap(first, true, wish.to(), false)
                            .values())));
            days.put(hunt.id(), Map.copyOf(byTarget));
        }
        return days;
    }

    /** A value from a target, or nothing and a problem. */
    static <T> Optional<T> reached(Notices notices, Question<T> question) {
        try {
            return Optional.of(question.ask());
        } catch (ConnectorException e) {
            notices.problem(Problem.of(e));
            return Optional.empty();
        }
    }

    /** Something that a target is asked. */
    interface Question<T> {
        T ask();
    }
}
