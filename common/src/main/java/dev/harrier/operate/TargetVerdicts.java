package dev.harrier.operate;

import dev.harrier.deploy.Deployment.State;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.History;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.measure.LedgerEntry.DayCoverage;
import dev.harrier.measure.Prevalence;
import dev.harrier.measure.RaisedAlerts;
import dev.harrier.measure.ScheduledRuns;
import dev.harrier.measure.Window;
import dev.harrier.verdict.Background;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.Proposal;
import dev.harrier.verdict.VerdictRules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One target's hunts, judged by what the ledger and the target say of the window. Not thread-safe. */
final class TargetVerdicts {
    /** Each costs two queries; who has more noisy hunts begins with these. */
    private static final int MOST_TUNED = 20;

    private final Validation.Wish wish;
    private final TargetHunts hunts;
    private final List<Hunt> all;
    private final History history;
    private final Map<HuntId, LocalDate> published;
    private final Set<HuntId> late;
    private final Clock clock;
    private final Notices notices;
    private final Map<EventKind, Coverage> coverage = new EnumMap<>(EventKind.class);
    private final Map<HuntId, ScheduledRuns> runs;
    private final Map<HuntId, RaisedAlerts> alerts;
    private final List<HuntVerdict> verdicts = new ArrayList<>();
    private final Map<HuntId, HuntVerdict> byHunt = new HashMap<>();
    private Optional<TargetPlan> plan = Optional.empty();
    private boolean planned;

    TargetVerdicts(
            Validation.Wish wish,
            TargetHunts hunts,
            List<Hunt> all,
            History history,
            Map<HuntId, LocalDate> published,
            Set<HuntId> late,
            Clock clock,
            Notices notices) {
        this.wish = wish;
        this.hunts = hunts;
        this.all = all;
        this.history = history;
        this.published = published;
        this.late = late;
        this.clock = clock;
        this.notices = notices;
        Window window = wish.window();
        this.runs = Validation.reached(notices, () -> hunts.target().connector().scheduledRuns(hunts.hunts(), window))
                .orElse(Map.of());
        this.alerts = Validation.reached(
                        notices, () -> hunts.target().connector().raisedAlerts(hunts.hunts(), window))
                .orElse(Map.of());
        judge();
    }

    TargetHunts hunts() {
        return hunts;
    }

    List<HuntVerdict> verdicts() {
        return verdicts;
    }

    /** Those of some hunts. */
    List<HuntVerdict> verdicts(List<Hunt> some) {
        return some.stream()
                .map(hunt -> byHunt.get(hunt.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    List<Coverage> coverage() {
        return List.copyOf(coverage.values());
    }

    Map<HuntId, ScheduledRuns> runs() {
        return runs;
    }

    Map<HuntId, RaisedAlerts> alerts() {
        return alerts;
    }

    Map<HuntId, State> states() {
        return plan().map(TargetPlan::states).orElse(Map.of());
    }

    /** What a deploy would do, if the target can be listed. Asked once. */
    Optional<TargetPlan> plan() {
        if (!planned) {
            planned = true;
            TargetPlan.Wish same = new TargetPlan.Wish(wish.deployment(), false, Map.of());
            plan = Validation.reached(notices, () -> TargetPlan.of(hunts, all, same));
        }
        return plan;
    }

    List<Proposal> proposals() {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        List<Proposal> proposals = new ArrayList<>();
        Noise noise = new Noise(wish, hunts, notices);
        int asked = 0;
        for (HuntVerdict verdict : verdicts) {
            HuntId id = verdict.hunt().id();
            State state = states().getOrDefault(id, State.SHADOW);
            Optional<Proposal> proposal = Proposal.of(
                    verdict, state, Optional.ofNullable(published.get(id)), today, days(id), wish.quietDays());
            if (proposal.isPresent() && proposal.get().step() == Proposal.Step.TUNE && asked++ < MOST_TUNED) {
                proposal = proposal.map(noisy -> noisy.tuned(noise.tuning(verdict)));
            }
            proposal.ifPresent(proposals::add);
        }
        return proposals;
    }

    private void judge() {
        VerdictRules rules = new VerdictRules(wish.policy());
        Map<HuntId, HitCount> counts = counts();
        for (Hunt hunt : hunts.hunts()) {
            Coverage there = coverage.computeIfAbsent(hunt.logic().kind(), this::coverageOf);
            HuntVerdict verdict = rules.judge(
                    hunt, hunts.target().name(), counts.get(hunt.id()), there, wish.window(), background(hunt));
            verdicts.add(verdict);
            byHunt.put(hunt.id(), verdict);
        }
    }

    private Background background(Hunt hunt) {
        String target = hunts.target().name();
        LocalDate first = wish.from().minusDays(wish.backfillDays());
        LocalDate campaign = Optional.ofNullable(published.get(hunt.id()))
                .filter(date -> date.isAfter(first) && date.isBefore(wish.from()))
                .orElse(wish.from());
        Prevalence before = history.prevalence(hunt.id(), target, hunts.fingerprint(hunt.id()), first, campaign);
        return new Background(
                before,
                history.usualHosts(hunt.logic().kind(), target, first, wish.from()),
                Optional.ofNullable(alerts.get(hunt.id())));
    }

    private Map<HuntId, HitCount> counts() {
        Map<HuntId, HitCount> counts = new TreeMap<>();
        boolean oneDay = wish.from().plusDays(1).equals(wish.to());
        int most = hunts.target().connector().concurrency();
        List<HitCount> all =
                InParallel.map(hunts.hunts(), most, hunt -> oneDay ? dayCount(hunt.id()) : windowCount(hunt.id()));
        for (int i = 0; i < all.size(); i++) {
            counts.put(hunts.hunts().get(i).id(), all.get(i));
        }
        return counts;
    }

    private HitCount dayCount(HuntId hunt) {
        return Optional.ofNullable(days(hunt).get(wish.from()))
                .map(DayCount::count)
                .orElseGet(() -> new HitCount.Unanswered(
                        late.contains(hunt) ? "not counted before the run's deadline" : "not counted"));
    }

    private HitCount windowCount(HuntId hunt) {
        if (wish.deadline().passed()) {
            return new HitCount.Unanswered("not counted before the run's deadline");
        }
        return hunts.deployment(hunt)
                .map(deployment -> hunts.count(deployment, wish.window(), notices))
                .orElseGet(() -> hunts.uncounted(hunt));
    }

    private NavigableMap<LocalDate, DayCount> days(HuntId hunt) {
        NavigableMap<LocalDate, DayCount> days =
                new TreeMap<>(history.days(hunt, hunts.target().name()));
        String query = hunts.fingerprint(hunt);
        days.values().removeIf(day -> !day.query().equals(query));
        return days;
    }

    private Coverage coverageOf(EventKind kind) {
        DayCoverage known = history.days(kind, hunts.target().name()).get(wish.from());
        if (known != null && wish.from().plusDays(1).equals(wish.to())) {
            return new Coverage(kind, known.events(), known.hosts(), Optional.empty());
        }
        return Validation.reached(notices, () -> hunts.target().connector().coverage(kind, wish.window()))
                .orElse(new Coverage(kind, 0, 0, Optional.empty()));
    }
}
