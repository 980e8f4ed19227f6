package dev.harrier.operate;

import dev.harrier.config.QueryBudget;
import dev.harrier.connector.Connector;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Plan;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.History;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the scheduled hunts of a target cost, against its budget, which the gravest hunts take first. Immutable.
 *
 * @param budget as configured
 * @param read weighted events a day, of all hunts whose volume is known
 * @param beyond the hunts for which there is no room, with what each would read a day
 * @param unknown hunts of whose kind no volume was ever measured there; they take no room
 */
public record Spending(QueryBudget budget, long read, Map<HuntId, Long> beyond, int unknown) {
    private static final Comparator<Deployment> PRIORITY = Comparator.comparing(
                    (Deployment deployment) -> deployment.hunt().severity())
            .thenComparing(deployment -> deployment.hunt().confidence())
            .reversed()
            .thenComparing(deployment -> deployment.hunt().id().toString());

    public Spending {
        beyond = Map.copyOf(beyond);
    }

    /** Of hunts as a plan would leave them. Asks nothing of the target. */
    public static Spending of(TargetHunts hunts, TargetPlan plan, QueryBudget budget, History history) {
        Connector connector = hunts.target().connector();
        List<Deployment> inOrder = hunts.deployments().stream()
                .map(each -> new Deployment(
                        each.hunt(),
                        each.text(),
                        plan.states().getOrDefault(each.hunt().id(), each.state())))
                .sorted(PRIORITY)
                .toList();
        long read = 0;
        long room = budget.eventsADay();
        int unknown = 0;
        Map<HuntId, Long> beyond = new LinkedHashMap<>();
        for (Deployment deployment : inOrder) {
            OptionalLong cost = cost(connector, deployment, hunts.target().name(), history);
            long each = cost.orElse(0);
            read += each;
            if (each > room) {
                beyond.put(deployment.hunt().id(), each);
            } else {
                room -= each;
            }
            unknown += cost.isEmpty() ? 1 : 0;
        }
        return new Spending(budget, read, beyond, unknown);
    }

    /** Nothing of what never runs by itself. */
    private static OptionalLong cost(Connector connector, Deployment deployment, String target, History history) {
        Hunt hunt = deployment.hunt();
        return connector
                .cadence(deployment)
                .map(cadence -> new QueryCost(
                                cadence, history.usualEvents(hunt.logic().kind(), target), QueryCost.Scan.of(hunt))
                        .perDay())
                .orElse(OptionalLong.of(0));
    }

    /** Whether nothing may be deployed. */
    public boolean refuses() {
        return !beyond.isEmpty() && budget.over() == QueryBudget.Over.REFUSE;
    }

    /** The plan without new hunts for which there is no room, if that is the policy. */
    public TargetPlan kept(TargetPlan plan) {
        if (budget.over() != QueryBudget.Over.SKIP) {
            return plan;
        }
        List<Change> changes = plan.plan().changes().stream()
                .filter(change -> !(change instanceof Change.Create create
                        && beyond.containsKey(create.wanted().hunt())))
                .toList();
        return new TargetPlan(plan.target(), new Plan(changes), plan.states(), plan.unwanted());
    }

    /** For people, of one hunt that is beyond the budget. */
    public Optional<String> words(HuntId hunt) {
        return Optional.ofNullable(beyond.get(hunt))
                .map(cost -> String.format(Locale.ROOT, "beyond the query budget: reads about %,d events a day", cost));
    }

    /** For people, of all. */
    public String words() {
        String done =
                switch (budget.over()) {
                    case SAY -> "deployed all the same";
                    case SKIP -> "left out if new";
                    case REFUSE -> "so nothing is deployed";
                };
        return String.format(
                        Locale.ROOT,
                        "the hunts read about %,d events a day of a budget of %,d",
                        read,
                        budget.eventsADay())
                + (beyond.isEmpty() ? "" : "; " + beyond.size() + " are beyond it, " + done)
                + (unknown == 0 ? "" : "; of " + unknown + " it is not known: validate measures the volume");
    }
}
