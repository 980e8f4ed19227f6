package dev.harrier.sentinel;

import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a hunt becomes a rule or a hunting query. A hunting query is what the policy wants of low confidence, what reads a table that
 * the workspace doesn't have, what had a rule that we deleted within the day, and a live hunt for which the budget of enabled rules has no room: it is filled by severity, then
 * confidence. Rules that aren't ours, or are not wanted now, take their part of it first. Thread-safe.
 */
final class Placement {
    private static final Comparator<Hunt> PRIORITY = Comparator.comparing(Hunt::severity)
            .thenComparing(Hunt::confidence)
            .reversed()
            .thenComparing(hunt -> hunt.id().toString());

    private final RulePolicy policy;
    private final Tables tables;
    private final DeletedRules deleted;
    private volatile Set<String> enabledRules = Set.of();
    private volatile Set<String> huntingQueries = Set.of();
    private volatile Optional<Set<String>> beyond = Optional.empty();

    Placement(RulePolicy policy, Tables tables, DeletedRules deleted) {
        this.policy = policy;
        this.tables = tables;
        this.deleted = deleted;
    }

    /** What the workspace holds. */
    void found(List<RemoteObject> rules, List<RemoteObject> hunting) {
        enabledRules = names(rules);
        huntingQueries = names(hunting);
        beyond = Optional.empty();
    }

    /** What is wanted in all, so that the budget can be shared out. */
    void expect(List<Deployment> wanted) {
        List<Hunt> rules = wanted.stream()
                .filter(deployment -> deployment.state() == Deployment.State.LIVE && mayBeRule(deployment))
                .map(Deployment::hunt)
                .sorted(PRIORITY)
                .toList();
        Set<String> others = new HashSet<>(enabledRules);
        rules.forEach(hunt -> others.remove(hunt.id().toString()));
        int room = Math.max(0, policy.budget() - others.size());
        Set<String> without = new HashSet<>();
        rules.stream().skip(room).forEach(hunt -> without.add(hunt.id().toString()));
        beyond = Optional.of(Set.copyOf(without));
    }

    /** Before all that is wanted is known, a hunting query stays one. */
    boolean isRule(Deployment deployment) {
        return mayBeRule(deployment) && hasRoom(deployment);
    }

    /** Rules in shadow are disabled and take no room. */
    private boolean hasRoom(Deployment deployment) {
        HuntId hunt = deployment.hunt().id();
        if (beyond.isEmpty()) {
            return !huntingQueries.contains(HuntingShape.name(hunt));
        }
        boolean live = deployment.state() == Deployment.State.LIVE;
        return !live || !beyond.get().contains(hunt.toString());
    }

    private boolean mayBeRule(Deployment deployment) {
        boolean sure = policy.lowConfidence() || deployment.hunt().confidence() != Hunt.Confidence.LOW;
        boolean free = deleted.blockedUntil(deployment.hunt().id()).isEmpty();
        return sure && free && tables.missing(deployment.text()).isEmpty();
    }

    private static Set<String> names(List<RemoteObject> objects) {
        Set<String> names = new HashSet<>();
        objects.stream().filter(RemoteObject::enabled).forEach(object -> names.add(object.name()));
        return names;
    }
}
