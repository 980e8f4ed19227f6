package dev.harrier.operate;

import dev.harrier.config.HuntFilter;
import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Fingerprint;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import dev.harrier.report.RunReport;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hunts as one target would run them: each rendered for its profile and linted. Immutable. */
public final class TargetHunts {
    private final Target target;
    private final List<Hunt> hunts;
    private final Map<HuntId, RunReport.Query> queries;
    private final Map<HuntId, Deployment> deployments;

    private TargetHunts(
            Target target,
            List<Hunt> hunts,
            Map<HuntId, RunReport.Query> queries,
            Map<HuntId, Deployment> deployments) {
        this.target = target;
        this.hunts = List.copyOf(hunts);
        this.queries = Collections.unmodifiableMap(queries);
        this.deployments = Collections.unmodifiableMap(deployments);
    }

    /**
     * Renders the hunts that go to a target. A hunt that can't be said there is no problem; a query that its own linter refuses is one,
     * and is not deployed. Several at once: a dialect is pure.
     */
    public static TargetHunts of(Target target, List<Hunt> hunts, Notices notices) {
        HuntFilter filter = target.hunts();
        List<Hunt> accepted = hunts.stream()
                .filter(filter::accepts)
                .map(filter.allow()::narrowed)
                .toList();
        Map<HuntId, RunReport.Query> queries = new LinkedHashMap<>();
        Map<HuntId, Deployment> deployments = new LinkedHashMap<>();
        Profile profile = target.connector().profile();
        List<RunReport.Query> rendered = accepted.parallelStream()
                .map(hunt -> query(target, hunt, profile))
                .toList();
        for (int i = 0; i < accepted.size(); i++) {
            Hunt hunt = accepted.get(i);
            RunReport.Query query = rendered.get(i);
            queries.put(hunt.id(), query);
            query.text().flatMap(text -> query.unsupported()).ifPresent(why -> refused(target, hunt, why, notices));
            if (query.unsupported().isEmpty()) {
                query.text()
                        .ifPresent(text -> deployments.put(hunt.id(), new Deployment(hunt, text, target.initial())));
            }
        }
        return new TargetHunts(target, accepted, queries, deployments);
    }

    private static void refused(Target target, Hunt hunt, String why, Notices notices) {
        notices.problem(new Problem(Problem.Gravity.CONTENT, target.name() + ": " + hunt.title() + ": " + why));
    }

    private static RunReport.Query query(Target target, Hunt hunt, Profile profile) {
        Rendering rendering = target.dialect().render(hunt, profile);
        if (rendering instanceof Rendering.Unsupported unsupported) {
            return new RunReport.Query(Optional.empty(), Optional.of(unsupported.reason()));
        }
        String text = ((Rendering.Rendered) rendering).text();
        Optional<String> refused = target.dialect().lint(text, profile).stream()
                .filter(finding -> finding.level() == LintFinding.Level.ERROR)
                .findFirst()
                .map(TargetHunts::words);
        return new RunReport.Query(Optional.of(text), refused);
    }

    private static String words(LintFinding finding) {
        return finding.line() + ":" + finding.column() + ": " + finding.code() + " " + finding.message();
    }

    /** The target. */
    public Target target() {
        return target;
    }

    /** The hunts that go there, whether they can be said there or not. */
    public List<Hunt> hunts() {
        return hunts;
    }

    /** What can be deployed, in the target's initial state. */
    public List<Deployment> deployments() {
        return List.copyOf(deployments.values());
    }

    /** A hunt's query, if it can be deployed. */
    public Optional<Deployment> deployment(HuntId hunt) {
        return Optional.ofNullable(deployments.get(hunt));
    }

    /** The text of each hunt, or why there is none. */
    public Map<HuntId, RunReport.Query> queries() {
        return queries;
    }

    /** Fingerprint of a hunt's text; empty text's if it has none. */
    public String fingerprint(HuntId hunt) {
        return Fingerprint.of(queries.get(hunt).text().orElse(""));
    }

    /** The count of a hunt that is not deployed: a target whose tables can't say it is blind to it, a refused text is a fault. */
    public HitCount uncounted(HuntId hunt) {
        RunReport.Query query = queries.get(hunt);
        String why = query.unsupported().orElse("not deployed");
        return query.text().isEmpty() ? new HitCount.Blind("not sayable there: " + why) : new HitCount.Unanswered(why);
    }

    /** A hunt's count on the target; a failure of the target is an answer too, and a problem. */
    public HitCount count(Deployment deployment, Window window, Notices notices) {
        try {
            HitCount count = new BlockedHits(target)
                    .split(deployment, window, target.connector().count(deployment, window));
            if (count instanceof HitCount.Unanswered unanswered) {
                notices.problem(new Problem(
                        Problem.Gravity.PARTIAL,
                        target.name() + ": " + deployment.hunt().title() + ": " + unanswered.why()));
            }
            return count;
        } catch (ConnectorException e) {
            notices.problem(Problem.of(e));
            return new HitCount.Unanswered(e.getMessage());
        }
    }
}
