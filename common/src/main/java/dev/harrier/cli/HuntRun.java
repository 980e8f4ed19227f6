package dev.harrier.cli;

import dev.harrier.assess.PaperSeverity;
import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Deployment;
import dev.harrier.history.DeploymentLog;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.HuntPack;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import dev.harrier.operate.Application;
import dev.harrier.operate.InParallel;
import dev.harrier.operate.Problem;
import dev.harrier.operate.Target;
import dev.harrier.operate.TargetHunts;
import dev.harrier.operate.TargetPlan;
import dev.harrier.report.RunReport;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.SeverityConfirmation;
import dev.harrier.verdict.SeverityRules;
import dev.harrier.verdict.VerdictPolicy;
import dev.harrier.verdict.VerdictRules;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Takes one pack to its targets: render, lint, plan, apply, count, judge. Goes on where one hunt or target fails. */
final class HuntRun {
    private final ConsoleNotices notices;
    private final String deployment;
    private final Optional<Deployment.State> state;
    private final Optional<DeploymentLog> log;
    private final String name = RunName.of(Clock.systemUTC());
    private final VerdictRules rules = new VerdictRules(VerdictPolicy.DEFAULT);

    /**
     * A run.
     *
     * @param state that all hunts are brought to; empty: new ones begin where their target says, and the others keep theirs
     */
    HuntRun(ConsoleNotices notices, String deployment, Optional<Deployment.State> state, Optional<DeploymentLog> log) {
        this.notices = notices;
        this.deployment = deployment;
        this.state = state;
        this.log = log;
    }

    /** Runs a pack; the report has a verdict for every hunt and target, whatever happened. */
    RunReport run(HuntPack pack, List<Target> targets, Window window) {
        Map<HuntId, Map<String, RunReport.Query>> queries = new LinkedHashMap<>();
        pack.hunts().forEach(hunt -> queries.put(hunt.id(), new TreeMap<>()));
        Map<HuntId, List<HuntVerdict>> byHunt = new HashMap<>();
        List<SeverityConfirmation> confirmations = new ArrayList<>();
        List<Coverage> coverage = List.of();
        for (Target target : targets) {
            TargetRun run = new TargetRun(TargetHunts.of(target, pack.hunts(), notices), window);
            List<HuntVerdict> verdicts = run.verdicts();
            run.hunts.queries().forEach((hunt, query) -> queries.get(hunt).put(target.name(), query));
            verdicts.forEach(v -> byHunt.computeIfAbsent(v.hunt().id(), key -> new ArrayList<>())
                    .add(v));
            PaperSeverity paper = pack.assessment().severity();
            confirmations.add(SeverityRules.confirm(target.name(), paper.level(), verdicts));
            coverage = coverage.isEmpty() ? run.known() : coverage;
        }
        List<HuntVerdict> verdicts = pack.hunts().stream()
                .flatMap(hunt -> byHunt.getOrDefault(hunt.id(), List.of()).stream())
                .toList();
        return new RunReport(
                pack, window, targets.stream().map(Target::name).toList(), coverage, verdicts, confirmations, queries);
    }

    /** One target's part of a run. */
    private final class TargetRun {
        private final TargetHunts hunts;
        private final Target target;
        private final Window window;
        private final Map<EventKind, Coverage> coverage = new EnumMap<>(EventKind.class);
        private final Set<EventKind> unknown = EnumSet.noneOf(EventKind.class);

        TargetRun(TargetHunts hunts, Window window) {
            this.hunts = hunts;
            this.target = hunts.target();
            this.window = window;
        }

        List<Coverage> known() {
            return coverage.values().stream()
                    .filter(known -> !unknown.contains(known.kind()))
                    .toList();
        }

        List<HuntVerdict> verdicts() {
            Optional<String> failure = deploy();
            List<HitCount> counts =
                    InParallel.map(hunts.hunts(), target.connector().concurrency(), hunt -> count(hunt.id(), failure));
            List<HuntVerdict> verdicts = new ArrayList<>();
            for (int i = 0; i < counts.size(); i++) {
                Hunt hunt = hunts.hunts().get(i);
                verdicts.add(rules.judge(hunt, target.name(), counts.get(i), coverageOf(hunt), window));
            }
            return verdicts;
        }

        private Optional<String> deploy() {
            Map<HuntId, Deployment.State> states = new HashMap<>();
            state.ifPresent(all -> hunts.hunts().forEach(hunt -> states.put(hunt.id(), all)));
            try {
                TargetPlan plan = TargetPlan.of(hunts, hunts.hunts(), new TargetPlan.Wish(deployment, false, states));
                new Application(name, deployment, log, Clock.systemUTC(), notices)
                        .apply(target, plan.plan().changes());
                return Optional.empty();
            } catch (ConnectorException e) {
                notices.problem(Problem.of(e));
                return Optional.of(e.getMessage());
            }
        }

        private HitCount count(HuntId hunt, Optional<String> failure) {
            return hunts.deployment(hunt)
                    .map(deployed -> failure.<HitCount>map(HitCount.Unanswered::new)
                            .orElseGet(() -> hunts.count(deployed, window, notices)))
                    .orElseGet(() -> hunts.uncounted(hunt));
        }

        private Coverage coverageOf(Hunt hunt) {
            return coverage.computeIfAbsent(hunt.logic().kind(), this::readCoverage);
        }

        private Coverage readCoverage(EventKind kind) {
            try {
                return target.connector().coverage(kind, window);
            } catch (ConnectorException e) {
                notices.problem(Problem.of(e));
                unknown.add(kind);
                return new Coverage(kind, 0, 0, Optional.empty());
            }
        }
    }
}
