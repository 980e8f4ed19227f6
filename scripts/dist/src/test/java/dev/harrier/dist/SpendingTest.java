package dev.harrier.dist;

import static dev.harrier.dist.Silence.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.assess.Severity;
import dev.harrier.config.HuntFilter;
import dev.harrier.config.QueryBudget;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.lab.Lab;
import dev.harrier.lab.LabConnector;
import dev.harrier.measure.History;
import dev.harrier.measure.LedgerEntry;
import dev.harrier.operate.Spending;
import dev.harrier.operate.Target;
import dev.harrier.operate.TargetHunts;
import dev.harrier.operate.TargetPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A query budget is taken by the gravest hunts first; the others are said, left out, or stop the deploy. */
class SpendingTest {

    private static final List<Hunt> HUNTS = List.of(
            hunt("low", Severity.LOW, EventKind.PROCESS_CREATION),
            hunt("critical", Severity.CRITICAL, EventKind.PROCESS_CREATION),
            hunt("high", Severity.HIGH, EventKind.PROCESS_CREATION),
            hunt("unmeasured", Severity.LOW, EventKind.IMAGE_LOAD));

    @Test
    void theGravestHuntsTakeTheBudgetAndTheRestIsSaid() {
        Spending spending = spending(2_500, QueryBudget.Over.SAY);
        assertThat(spending.beyond()).containsOnlyKeys(HUNTS.get(0).id());
        assertThat(spending.read()).isEqualTo(3_000);
        assertThat(spending.unknown()).isEqualTo(1);
        assertThat(spending.refuses()).isFalse();
        assertThat(spending.words()).contains("about 3,000 events a day of a budget of 2,500; 1 are beyond it");
        assertThat(creates(spending)).isEqualTo(4);
    }

    @Test
    void whatHasNoRoomIsLeftOutOrStopsTheDeployWhereThatIsThePolicy() {
        assertThat(creates(spending(2_500, QueryBudget.Over.SKIP))).isEqualTo(3);
        assertThat(spending(2_500, QueryBudget.Over.REFUSE).refuses()).isTrue();
        assertThat(spending(3_000, QueryBudget.Over.REFUSE).refuses()).isFalse();
    }

    private static long creates(Spending spending) {
        return withPlan((hunts, plan) -> spending.kept(plan).plan().changes().stream()
                .filter(Change.Create.class::isInstance)
                .count());
    }

    private static Spending spending(long budget, QueryBudget.Over over) {
        LocalDate day = LocalDate.parse("2026-11-02");
        History history = History.of(List.of(new LedgerEntry.DayCoverage(
                EventKind.PROCESS_CREATION, "target", day, Instant.parse("2026-11-03T04:00:00Z"), 1_000, 10)));
        return withPlan((hunts, plan) -> Spending.of(hunts, plan, new QueryBudget(budget, over), history));
    }

    private interface Work<T> {
        T of(TargetHunts hunts, TargetPlan plan);
    }

    private static <T> T withPlan(Work<T> work) {
        try (Lab lab = Lab.inMemory()) {
            ConnectorProvider provider = Connectors.discover().get(0);
            lab.install(provider.dialect());
            Target target = new Target(
                    "target",
                    provider.dialect(),
                    new LabConnector(lab, provider.dialect(), "budget"),
                    Deployment.State.SHADOW,
                    HuntFilter.ALL);
            TargetHunts hunts = TargetHunts.of(target, HUNTS, SILENT);
            return work.of(hunts, TargetPlan.of(hunts, HUNTS, new TargetPlan.Wish("budget", false, Map.of())));
        }
    }

    private static Hunt hunt(String name, Severity severity, EventKind kind) {
        return OneWordHunts.of("A hunt of " + name, name + ".exe", severity, kind, "Image");
    }
}
