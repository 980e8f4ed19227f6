package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.sentinel.fake.FakeQueries;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A count is never more certain than its answer. */
class CountingTest extends WithFakeAzure {
    private static final Hunt HUNT = Samples.hunt("needle");
    private static final Hits THREE =
            new Hits(3, 2, 1, 1, Optional.of(Samples.WINDOW.from()), Optional.of(Samples.WINDOW.from()));
    private static final Hits MANY = new Hits(70, 9, 0, 1, Optional.empty(), Optional.of(Samples.WINDOW.from()));
    private Connector connector;

    @BeforeEach
    void connect() {
        connector = Targets.connect(azure, "test");
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void aPartialResultIsALowerBound() {
        azure.queries().answerPartly(Samples.counting(HUNT), THREE);

        assertThat(count()).isInstanceOfSatisfying(HitCount.AtLeast.class, atLeast -> {
            assertThat(atLeast.hits()).isEqualTo(THREE);
            assertThat(atLeast.why()).contains("The limit of memory was exceeded.");
        });
    }

    @Test
    void aMissingTableIsBlindAndNamed() {
        azure.queries()
                .refuse(
                        Samples.counting(HUNT),
                        "SEM0100",
                        "'where' operator: Failed to resolve table or column expression named 'DeviceProcessEvents'");

        assertThat(count()).isInstanceOfSatisfying(HitCount.Blind.class, blind -> assertThat(blind.why())
                .contains("DeviceProcessEvents"));
    }

    @Test
    void aMissingColumnIsNoMissingTable() {
        azure.queries()
                .refuse(
                        Samples.counting(HUNT),
                        "SEM0100",
                        "'where' operator: Failed to resolve table or column expression named 'NoSuchColumn'");

        assertThat(count()).isInstanceOfSatisfying(HitCount.Unanswered.class, unanswered -> assertThat(unanswered.why())
                .contains("SEM0100", "NoSuchColumn", "line 2, column 7"));
    }

    @Test
    void anAnswerWithoutACountIsNoZero() {
        azure.queries().answerNothing(Samples.counting(HUNT));
        azure.queries().answer(Samples.coverage(), MANY);

        assertThat(count()).isInstanceOf(HitCount.Unanswered.class);
    }

    @Test
    void noHitIsNoCleanBillIfWhatWasSearchedIsUnknown() {
        azure.queries().answer(Samples.counting(HUNT), Hits.NONE);
        azure.queries().refuse(Samples.coverage(), "SEM0001", "No.");

        assertThat(count()).isInstanceOf(HitCount.Unanswered.class);
    }

    @Test
    void hitsCountEvenIfWhatWasSearchedIsUnknown() {
        azure.queries().answer(Samples.counting(HUNT), THREE);
        azure.queries().refuse(Samples.coverage(), "SEM0001", "No.");

        assertThat(count()).isEqualTo(new HitCount.Counted(THREE, 3));
    }

    @Test
    void coverageOfAMissingTableIsNothing() {
        azure.queries()
                .refuse(
                        Samples.coverage(),
                        "SEM0100",
                        "Failed to resolve table or column expression named 'DeviceProcessEvents'");

        assertThat(connector
                        .coverage(EventKind.PROCESS_CREATION, Samples.WINDOW)
                        .events())
                .isZero();
    }

    @Test
    void coverageThatCannotBeReadIsNoNothing() {
        azure.queries().answerNothing(Samples.coverage());

        assertThatThrownBy(() -> connector.coverage(EventKind.PROCESS_CREATION, Samples.WINDOW))
                .isInstanceOf(ConnectorException.class);
    }

    @Test
    void whatWasSearchedIsAskedForOncePerWindow() {
        azure.queries().answer(Samples.counting(HUNT), THREE);
        azure.queries().answer(Samples.coverage(), MANY);
        count();
        count();

        assertThat(azure.queries().asked()).hasSize(3);
        assertThat(count()).isEqualTo(new HitCount.Counted(THREE, 70));
    }

    @Test
    void theWindowAndTheServicesTimeAreSent() {
        azure.queries().answer(Samples.counting(HUNT), THREE);
        azure.queries().answer(Samples.coverage(), MANY);
        count();

        assertThat(azure.queries().asked())
                .allSatisfy(body ->
                        assertThat(body.path("timespan").asText()).isEqualTo("2026-11-01T00:00Z/2026-11-02T00:00Z"));
        assertThat(azure.queries().preferences()).hasSize(2).allSatisfy(sent -> assertThat(sent.split(","))
                .containsExactlyInAnyOrder("wait=60", "include-statistics=true"));
    }

    /** Not of how large the result is, which the statistics tell too. */
    @Test
    void whatQueriesReadIsAddedUpWhereTheServiceTells() {
        azure.queries().answer(Samples.counting(HUNT), THREE);
        azure.queries().answer(Samples.coverage(), MANY);
        assertThat(connector.scannedBytes()).isEmpty();
        count();
        assertThat(connector.scannedBytes()).isEmpty();

        azure.queries().tellWhatWasRead();
        count();

        assertThat(connector.scannedBytes()).hasValue(FakeQueries.READ);
        assertThat(connector.scannedByHunt()).containsExactly(Map.entry(HUNT.id(), FakeQueries.READ));
    }

    private HitCount count() {
        return connector.count(Samples.shadow(HUNT), Samples.WINDOW);
    }
}
