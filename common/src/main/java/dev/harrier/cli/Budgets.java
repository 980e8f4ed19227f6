package dev.harrier.cli;

import dev.harrier.config.QueryBudget;
import dev.harrier.measure.History;
import dev.harrier.operate.Spending;
import dev.harrier.operate.TargetHunts;
import dev.harrier.operate.TargetPlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The query budgets of the targets that have one, and the volumes that the ledger knows. */
record Budgets(Map<String, QueryBudget> byTarget, History history) {
    /** No target has one. */
    static final Budgets NONE = new Budgets(Map.of(), History.none());

    /** Those of the configuration; the ledger is read only if there are some. */
    static Budgets of(Workspace workspace) {
        Map<String, QueryBudget> byTarget = new HashMap<>();
        workspace.configuration().targets().forEach(target -> target.budget()
                .ifPresent(budget -> byTarget.put(target.name(), budget)));
        return byTarget.isEmpty()
                ? NONE
                : new Budgets(byTarget, History.of(workspace.ledger().read().entries()));
    }

    Optional<Spending> spending(TargetHunts hunts, TargetPlan plan) {
        return Optional.ofNullable(byTarget.get(plan.target().name()))
                .map(budget -> Spending.of(hunts, plan, budget, history));
    }
}
