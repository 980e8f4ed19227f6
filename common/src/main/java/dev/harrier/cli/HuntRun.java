package dev.harrier.cli;

import dev.harrier.assess.PaperSeverity;
import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.HuntPack;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import dev.harrier.report.RunReport;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.SeverityConfirmation;
import dev.harrier.verdict.SeverityRules;
import dev.harrier.verdict.VerdictPolicy;
import dev.harrier.verdict.VerdictRules;
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
    private final Console console;
    private final String deployment;
    private final Deployment.State state;
    private final VerdictRules rules = new VerdictRules(VerdictPolicy.DEFAULT);
    private ExitCode outcome = ExitCode.OK;

    HuntRun(Console console, String deployment, Deployment.State state) {
        this.console = console;
        this.deployment = deployment;
        this.state = state;
    }

    /** The gravest thing that went wrong in all runs so far. */
    ExitCode outcome() {
        return outcome;
    }

    /** Runs a pack; the report has a verdict for every hunt and target, whatever happened. */
    RunReport run(HuntPack pack, List<Target> targets, Window window) {
        Map<HuntId, Map<String, RunReport.Query>> queries = new LinkedHashMap<>();
        pack.hunts().forEach(hunt -> queries.put(hunt.id(), new TreeMap<>()));
        Map<HuntId, List<HuntVerdict>> byHunt = new HashMap<>();
        List<SeverityConfirmation> confirmations = new ArrayList<>();
        List<Coverage> coverage = List.of();
        for (Target target : targets) {
            TargetRun run = new TargetRun(target, window);
            List<HuntVerdict> verdicts = run.verdicts(pack.hunts());
            run.queries.forEach((hunt, query) -> queries.get(hunt).put(target.name(), query));
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
        private final Target target;
        private final Window window;
        private final Map<HuntId, RunReport.Query> queries = new HashMap<>();
        private final Map<EventKind, Coverage> coverage = new EnumMap<>(EventKind.class);
        private final Set<EventKind> unknown = EnumSet.noneOf(EventKind.class);

        TargetRun(Target target, Window window) {
            this.target = target;
            this.window = window;
        }

        List<Coverage> known() {
            return coverage.values().stream()
                    .filter(known -> !unknown.contains(known.kind()))
                    .toList();
        }

        List<HuntVerdict> verdicts(List<Hunt> hunts) {
            Map<HuntId, Deployment> deployments = new LinkedHashMap<>();
            hunts.forEach(hunt -> deployment(hunt).ifPresent(d -> deployments.put(hunt.id(), d)));
            Map<HuntId, String> undeployed = deploy(List.copyOf(deployments.values()));
            List<HuntVerdict> verdicts = new ArrayList<>();
            for (Hunt hunt : hunts) {
                HitCount count = Optional.ofNullable(deployments.get(hunt.id()))
                        .map(d -> count(d, undeployed))
                        .orElseGet(() -> unsaid(queries.get(hunt.id())));
                verdicts.add(rules.judge(hunt, target.name(), count, coverageOf(hunt), window));
            }
            return verdicts;
        }

        /** A target whose tables cannot say a hunt is blind to it; a text that its linter refuses is a fault. */
        private HitCount unsaid(RunReport.Query query) {
            String why = query.unsupported().orElse("not deployed");
            return query.text().isEmpty()
                    ? new HitCount.Blind("not sayable there: " + why)
                    : new HitCount.Unanswered(why);
        }

        private Optional<Deployment> deployment(Hunt hunt) {
            Profile profile = target.connector().profile();
            Rendering rendering = target.dialect().render(hunt, profile);
            if (rendering instanceof Rendering.Unsupported unsupported) {
                queries.put(hunt.id(), query(Optional.empty(), Optional.of(unsupported.reason())));
                return Optional.empty();
            }
            String text = ((Rendering.Rendered) rendering).text();
            Optional<LintFinding> error = target.dialect().lint(text, profile).stream()
                    .filter(finding -> finding.level() == LintFinding.Level.ERROR)
                    .findFirst();
            queries.put(hunt.id(), query(Optional.of(text), error.map(HuntRun::lintWords)));
            error.ifPresent(finding -> fail(ExitCode.CONTENT, hunt.title() + ": " + lintWords(finding)));
            return error.isPresent() ? Optional.empty() : Optional.of(new Deployment(hunt, text, state));
        }

        private RunReport.Query query(Optional<String> text, Optional<String> why) {
            return new RunReport.Query(text, why);
        }

        private Map<HuntId, String> deploy(List<Deployment> deployments) {
            Map<HuntId, String> failed = new HashMap<>();
            try {
                List<RemoteObject> deployed = target.connector().deployed();
                List<WantedObject> wanted =
                        deployments.stream().map(target.connector()::describe).toList();
                Plan plan = Plan.between(deployment, wanted, deployed, false);
                for (Change change : plan.changes()) {
                    apply(change);
                }
            } catch (ConnectorException e) {
                fail(exitCode(e), e.getMessage());
                deployments.forEach(d -> failed.put(d.hunt().id(), e.getMessage()));
            }
            return failed;
        }

        private void apply(Change change) {
            if (change instanceof Change.Drifted || change instanceof Change.Foreign) {
                fail(ExitCode.FINDINGS, target.name() + ": " + change.name() + " is not as we left it; kept");
                return;
            }
            if (change instanceof Change.Adjusted adjusted) {
                console.progress(
                        target.name() + ": " + change.name() + " keeps what its users set: " + adjusted.words());
                return;
            }
            try {
                target.connector().apply(change);
            } catch (ConnectorException e) {
                fail(exitCode(e).or(ExitCode.PARTIAL), change.name() + ": " + e.getMessage());
            }
        }

        private HitCount count(Deployment deployed, Map<HuntId, String> undeployed) {
            String failure = undeployed.get(deployed.hunt().id());
            if (failure != null) {
                return new HitCount.Unanswered(failure);
            }
            try {
                HitCount count = target.connector().count(deployed, window);
                if (count instanceof HitCount.Unanswered unanswered) {
                    fail(
                            ExitCode.PARTIAL,
                            target.name() + ": " + deployed.hunt().title() + ": " + unanswered.why());
                }
                return count;
            } catch (ConnectorException e) {
                fail(exitCode(e), e.getMessage());
                return new HitCount.Unanswered(e.getMessage());
            }
        }

        private Coverage coverageOf(Hunt hunt) {
            return coverage.computeIfAbsent(hunt.logic().kind(), this::readCoverage);
        }

        private Coverage readCoverage(EventKind kind) {
            try {
                return target.connector().coverage(kind, window);
            } catch (ConnectorException e) {
                fail(exitCode(e), e.getMessage());
                unknown.add(kind);
                return new Coverage(kind, 0, 0, Optional.empty());
            }
        }
    }

    private void fail(ExitCode code, String message) {
        outcome = outcome.or(code);
        console.complain(message);
    }

    private static String lintWords(LintFinding finding) {
        return finding.line() + ":" + finding.column() + ": " + finding.code() + " " + finding.message();
    }

    static ExitCode exitCode(ConnectorException e) {
        return switch (e.kind()) {
            case CONFIGURATION -> ExitCode.USAGE;
            case REJECTED_QUERY -> ExitCode.CONTENT;
            case CONFLICT -> ExitCode.FINDINGS;
            case AUTHENTICATION, FORBIDDEN, NOT_FOUND, THROTTLED, UNAVAILABLE, UNEXPECTED_RESPONSE -> ExitCode.REMOTE;
        };
    }
}
