package dev.harrier.sentinel;

import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Cadence;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.ExistingRule;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.hunt.HuntId;
import dev.harrier.sentinel.azure.Arm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Our objects in one workspace: rules, and hunting queries beside them. A hunt that moves from one to the other leaves none active behind. */
final class SentinelObjects {
    private final String target;
    private final RulePolicy policy;
    private final RuleBody body;
    private final Tables tables;
    private final Placement placement;
    private final DeletedRules deleted;
    private final ArmObjects rules;
    private final ExistingRules existing;
    private final ArmObjects hunting;
    private final Map<HuntId, WantedRule> described = new ConcurrentHashMap<>();

    SentinelObjects(SentinelSettings settings, Arm arm, RuleBody body, Tables tables, DeletedRules deleted) {
        this.target = settings.target();
        this.policy = settings.policy();
        this.body = body;
        this.tables = tables;
        this.deleted = deleted;
        this.placement = new Placement(policy, tables, deleted);
        RuleShape shape = new RuleShape(new RuleCheck(body::technique));
        this.rules = new ArmObjects(settings, arm, shape);
        this.existing = new ExistingRules(arm, shape);
        this.hunting = new ArmObjects(settings, arm, new HuntingShape());
    }

    /** Of the two objects that a hunt may have, the one in use comes first. */
    List<RemoteObject> list() {
        List<RemoteObject> foundRules = rules.list();
        List<RemoteObject> searches = hunting.list();
        List<RemoteObject> foundQueries =
                searches.stream().filter(object -> hunting.names(object.name())).toList();
        deleted.found(
                remembered(searches),
                foundRules.stream().map(RemoteObject::name).toList());
        tables.learn();
        placement.found(foundRules, foundQueries);
        List<RemoteObject> all = new ArrayList<>();
        foundQueries.stream().filter(this::isInUse).forEach(all::add);
        all.addAll(foundRules);
        foundQueries.stream().filter(query -> !isInUse(query)).forEach(all::add);
        return all;
    }

    private String remembered(List<RemoteObject> searches) {
        return searches.stream()
                .filter(search -> search.name().equals(deleted.name()))
                .map(search -> search.fields().getOrDefault("query", ""))
                .findFirst()
                .orElse("");
    }

    /** The rules that the site runs besides ours. */
    List<ExistingRule> existing() {
        return existing.list();
    }

    private boolean isInUse(RemoteObject query) {
        return query.enabled()
                && query.marker()
                        .filter(marker ->
                                rules.enabled(marker.hunt().toString()).isEmpty())
                        .isPresent();
    }

    void expect(List<Deployment> wanted) {
        placement.expect(wanted);
    }

    Optional<Cadence> cadence(Deployment deployment) {
        boolean runs = deployment.state() == Deployment.State.LIVE && placement.isRule(deployment);
        return runs ? Optional.of(new Cadence(policy.frequency(), policy.lookback())) : Optional.empty();
    }

    WantedObject describe(Deployment deployment) {
        if (!placement.isRule(deployment)) {
            return HuntingShape.wanted(deployment, body);
        }
        HuntId hunt = deployment.hunt().id();
        boolean enabled = deployment.state() == Deployment.State.LIVE;
        WantedRule rule = rule(deployment);
        return new WantedObject(hunt, hunt.toString(), rule.fields(), enabled, rule.settings(), RuleFields.VERSION);
    }

    /** A plan asks for each rule in both states, and again when all are known: they differ in nothing but the switch. */
    private WantedRule rule(Deployment deployment) {
        HuntId hunt = deployment.hunt().id();
        WantedRule last = described.get(hunt);
        if (last != null && last.is(deployment)) {
            return last;
        }
        WantedRule fresh = WantedRule.of(deployment, body);
        described.put(hunt, fresh);
        return fresh;
    }

    void apply(Change change) {
        if (change instanceof Change.Create create) {
            create(create.wanted());
            leave(create.wanted());
        } else if (change instanceof Change.Update update) {
            update(update.wanted(), update.remote());
        } else if (change instanceof Change.Enable enable) {
            kind(enable.remote().name()).turn(enable.remote(), true);
            leave(enable.wanted());
        } else if (change instanceof Change.Disable disable) {
            retire(disable);
        }
    }

    /** The same hunt may be wanted as the other kind: its new object first, so that it is never without one. */
    private void update(WantedObject wanted, RemoteObject there) {
        if (wanted.name().equals(there.name())) {
            kind(wanted.name()).update(wanted, there);
            leave(wanted);
        } else {
            create(wanted);
            kind(there.name()).turn(there, false);
        }
    }

    /** A rule that somebody else deleted is known when its id is refused, and then remembered like ours. */
    private void create(WantedObject wanted) {
        try {
            kind(wanted.name()).create(wanted);
        } catch (ConnectorException e) {
            if (!Arm.saysRecentlyDeleted(e)) {
                throw e;
            }
            deleted.remember(wanted.hunt());
            throw new ConnectorException(
                    e.kind(), target, e.getMessage() + ", and the hunt is a hunting query till then: plan again", e);
        }
    }

    /** What the hunt was before. */
    private void leave(WantedObject wanted) {
        boolean rule = rules.names(wanted.name());
        ArmObjects other = rule ? hunting : rules;
        String name = rule ? HuntingShape.name(wanted.hunt()) : wanted.hunt().toString();
        other.enabled(name).ifPresent(object -> other.turn(object, false));
    }

    /** A hunt that is only to fall silent keeps its object whatever the policy. */
    private void retire(Change.Disable disable) {
        ArmObjects kind = kind(disable.remote().name());
        if (disable.byHand()) {
            kind.hold(disable.remote());
        } else if (policy.delete() && !disable.reason().equals("wanted disabled")) {
            delete(kind, disable.remote());
        } else {
            kind.turn(disable.remote(), false);
        }
    }

    private void delete(ArmObjects kind, RemoteObject remote) {
        if (kind == rules) {
            remote.marker().ifPresent(marker -> deleted.remember(marker.hunt()));
        }
        kind.delete(remote);
    }

    private ArmObjects kind(String name) {
        return hunting.names(name) ? hunting : rules;
    }
}
