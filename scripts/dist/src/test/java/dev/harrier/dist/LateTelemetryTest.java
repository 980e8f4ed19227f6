package dev.harrier.dist;

import static dev.harrier.dist.Silence.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.config.HuntFilter;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.deploy.Deployment;
import dev.harrier.history.Ledger;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.Hunt;
import dev.harrier.lab.Lab;
import dev.harrier.lab.LabConnector;
import dev.harrier.measure.History;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.LedgerEntry;
import dev.harrier.operate.DailyCounts;
import dev.harrier.operate.Deadline;
import dev.harrier.operate.Target;
import dev.harrier.operate.TargetHunts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day that was blind is asked for again while its telemetry may still come; what says nothing new is not written again. */
class LateTelemetryTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-02");

    @TempDir
    private Path folder;

    @Test
    void aBlindDayIsCountedWhenItsTelemetryComesLate() {
        try (Lab lab = Lab.inMemory()) {
            count(lab, 1);
            count(lab, 2);
            assertThat(days()).as("blind, written once").hasSize(1);
            lab.add(
                    EventKind.PROCESS_CREATION,
                    List.of(Map.of(
                            EventModel.TIME,
                            DAY.atTime(12, 0).toInstant(ZoneOffset.UTC),
                            "Computer",
                            "late",
                            "CommandLine",
                            "tool.exe --late")));
            count(lab, 3);
            assertThat(days()).hasSize(2);
            assertThat(days().get(1).count()).isInstanceOf(HitCount.Counted.class);
            count(lab, 4);
            assertThat(days()).as("settled").hasSize(2);
        }
    }

    @Test
    void aDayThatStaysBlindIsGivenUp() {
        try (Lab lab = Lab.inMemory()) {
            count(lab, 1);
            lab.add(
                    EventKind.PROCESS_CREATION,
                    List.of(Map.of(EventModel.TIME, DAY.atTime(12, 0).toInstant(ZoneOffset.UTC), "Computer", "late")));
            count(lab, 9);
            assertThat(days()).hasSize(1);
        }
    }

    private void count(Lab lab, int daysLater) {
        Clock clock = Clock.fixed(DAY.plusDays(daysLater).atTime(3, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Ledger ledger = new Ledger(folder);
        ConnectorProvider provider = Connectors.discover().get(0);
        lab.install(provider.dialect());
        Target target = new Target(
                "lab",
                provider.dialect(),
                new LabConnector(lab, provider.dialect(), "late"),
                Deployment.State.SHADOW,
                HuntFilter.ALL);
        TargetHunts hunts = TargetHunts.of(target, List.of(hunt()), SILENT);
        new DailyCounts(ledger, clock, Duration.ofHours(2), Deadline.in(Duration.ofHours(1), clock), SILENT)
                .update(hunts, History.of(ledger.read().entries()), DAY, DAY.plusDays(1));
    }

    private List<LedgerEntry.DayCount> days() {
        return new Ledger(folder)
                .read().entries().stream().map(LedgerEntry.DayCount.class::cast).toList();
    }

    private static Hunt hunt() {
        return OneWordHunts.of("A hunt for what comes late", "--late");
    }
}
