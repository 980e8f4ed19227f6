package dev.harrier.operate;

import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Covering;
import dev.harrier.deploy.Coverings;
import dev.harrier.deploy.ExistingRule;
import dev.harrier.deploy.Plan;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Recognises new hunts in what a target's site runs already. */
public final class Recognition {
    private Recognition() {}

    /**
     * What covers the hunts that a plan would create. Asks the target only if there are some; one that can't be asked covers nothing.
     */
    public static Map<HuntId, Covering> of(TargetPlan plan, List<Hunt> hunts, Notices notices) {
        Set<HuntId> fresh = plan.plan().changes().stream()
                .filter(Change.Create.class::isInstance)
                .map(change -> ((Change.Create) change).wanted().hunt())
                .collect(Collectors.toSet());
        if (fresh.isEmpty()) {
            return Map.of();
        }
        Target target = plan.target();
        try {
            List<ExistingRule> rules = target.connector().existing();
            return Coverings.between(
                    hunts.stream().filter(hunt -> fresh.contains(hunt.id())).toList(),
                    rules,
                    target.dialect().tables(target.connector().profile()));
        } catch (ConnectorException e) {
            notices.progress(target.name() + ": what runs there already could not be read, so nothing is recognised: "
                    + e.getMessage());
            return Map.of();
        }
    }

    /** A plan without the hunts that something there covers wholly. */
    public static TargetPlan without(TargetPlan plan, Map<HuntId, Covering> coverings) {
        List<Change> changes = plan.plan().changes().stream()
                .filter(change -> !(change instanceof Change.Create create
                        && coverings.containsKey(create.wanted().hunt())
                        && coverings.get(create.wanted().hunt()).extent() == Covering.Extent.WHOLLY))
                .toList();
        return new TargetPlan(plan.target(), new Plan(changes), plan.states(), plan.unwanted());
    }
}
