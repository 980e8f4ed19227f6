package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.assess.Severity;
import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Deployment;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many days by one question, each of them as certain as if it had been asked for alone. */
class DailyTest extends WithFakeAzure {
    private static final List<String> COLUMNS =
            List.of("day", "hits", "hosts", "users", "days", "firstSeen", "lastSeen");
    private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
    private static final LocalDate TO = FROM.plusDays(3);
    private static final Hunt HUNT = Samples.hunt("needle");
    private static Connector connector;

    @AfterEach
    void close() {
        connector.close();
    }

    private static SortedMap<LocalDate, HitCount> days() {
        connector = Targets.connect(azure, "test");
        return connector.daily(Samples.shadow(HUNT), FROM, TO);
    }

    @Test
    void aDayWithoutARowIsZeroWhereItHadEventsAndBlindWhereItHadNone() {
        azure.queries().answerRows(hits(), COLUMNS, List.of(row(FROM, 3, 2)));
        azure.queries().answerRows(events(), COLUMNS, List.of(row(FROM, 70, 9), row(FROM.plusDays(1), 50, 8)));

        SortedMap<LocalDate, HitCount> days = days();

        assertThat(days.keySet()).containsExactly(FROM, FROM.plusDays(1), FROM.plusDays(2));
        assertThat(days.get(FROM)).isEqualTo(new HitCount.Counted(found(FROM, 3, 2), 70));
        assertThat(days.get(FROM.plusDays(1))).isEqualTo(new HitCount.Counted(Hits.NONE, 50));
        assertThat(days.get(FROM.plusDays(2))).isInstanceOf(HitCount.Blind.class);
        assertThat(azure.queries().asked()).hasSize(2).allSatisfy(body -> assertThat(
                        body.path("timespan").asText())
                .isEqualTo("2026-11-01T00:00Z/2026-11-04T00:00Z"));
    }

    @Test
    void theTelemetryOfEachDayComesOfTheSameQuestion() {
        azure.queries().answerRows(hits(), COLUMNS, List.of(row(FROM, 3, 2)));
        azure.queries().answerRows(events(), COLUMNS, List.of(row(FROM, 70, 9), row(FROM.plusDays(1), 50, 8)));
        days();

        SortedMap<LocalDate, Coverage> there = connector.dailyCoverage(EventKind.PROCESS_CREATION, FROM, TO);

        assertThat(there.values()).extracting(Coverage::events).containsExactly(70L, 50L, 0L);
        assertThat(there.values()).extracting(Coverage::hosts).containsExactly(9L, 8L, 0L);
        assertThat(there.get(FROM).last()).isPresent();
        assertThat(azure.queries().asked()).hasSize(2);
        assertThat(connector.dailyCoverage(EventKind.PROCESS_CREATION, FROM, FROM))
                .isEmpty();
    }

    @Test
    void aKindWhoseTableIsMissingHasNothingOnAnyDayAndWhatIsUnsureIsNoNothing() {
        connector = Targets.connect(azure, "test");
        assertThatThrownBy(() -> connector.dailyCoverage(EventKind.PROCESS_CREATION, FROM, TO))
                .isInstanceOf(ConnectorException.class);
        azure.queries()
                .refuseAny(events(), "SEM0100", "Failed to resolve table expression named 'DeviceProcessEvents'");

        assertThat(connector.dailyCoverage(EventKind.PROCESS_CREATION, FROM, TO).values())
                .hasSize(3)
                .allMatch(there -> there.events() == 0);
    }

    @Test
    void whatWasSearchedIsAskedForOnceForAllHuntsOfAKind() {
        azure.queries().answerRows(hits(), COLUMNS, List.of());
        azure.queries().answerRows(events(), COLUMNS, List.of(row(FROM, 70, 9)));
        days();
        connector.daily(Samples.shadow(HUNT), FROM, TO);

        assertThat(azure.queries().asked()).hasSize(3);
    }

    @Test
    void aPartialAnswerIsALowerBoundForEachDayThatWasSearched() {
        azure.queries().answerRowsPartly(hits(), COLUMNS, List.of(row(FROM, 3, 2)));
        azure.queries().answerRows(events(), COLUMNS, List.of(row(FROM, 70, 9), row(FROM.plusDays(1), 50, 8)));

        SortedMap<LocalDate, HitCount> days = days();

        assertThat(days.get(FROM)).isInstanceOfSatisfying(HitCount.AtLeast.class, atLeast -> {
            assertThat(atLeast.hits()).isEqualTo(found(FROM, 3, 2));
            assertThat(atLeast.why()).contains("PartialError");
        });
        assertThat(days.get(FROM.plusDays(1)))
                .isInstanceOfSatisfying(HitCount.AtLeast.class, atLeast -> assertThat(atLeast.hits())
                        .isEqualTo(Hits.NONE));
        assertThat(days.get(FROM.plusDays(2))).isInstanceOf(HitCount.Blind.class);
    }

    @Test
    void whatWasSearchedInPartIsNoBlindness() {
        azure.queries().answerRows(hits(), COLUMNS, List.of(row(FROM, 3, 2)));
        azure.queries().answerRowsPartly(events(), COLUMNS, List.of(row(FROM.plusDays(1), 50, 8)));

        SortedMap<LocalDate, HitCount> days = days();

        assertThat(days.get(FROM)).isEqualTo(new HitCount.Counted(found(FROM, 3, 2), 3));
        assertThat(days.get(FROM.plusDays(1))).isEqualTo(new HitCount.Counted(Hits.NONE, 50));
        assertThat(days.get(FROM.plusDays(2))).isInstanceOf(HitCount.Unanswered.class);
    }

    @Test
    void aMissingTableBlindsEveryDayAndARefusalAnswersNone() {
        String missing = "Failed to resolve table or column expression named 'DeviceProcessEvents'";
        azure.queries().refuseAny(hits(), "SEM0100", missing);
        assertThat(days().values()).hasSize(3).allMatch(HitCount.Blind.class::isInstance);
        azure.queries().refuseAny(hits(), "SEM0001", "No.");
        assertThat(days().values()).hasSize(3).allMatch(HitCount.Unanswered.class::isInstance);
    }

    @Test
    void hitsWithoutATimeAreCountedDayByDay() {
        azure.queries().answerRows(hits(), COLUMNS, List.of(Arrays.asList(null, 3, 2, 0, 1, null, null)));
        azure.queries().answer(Samples.counting(HUNT), Hits.NONE);
        azure.queries().answer(Samples.coverage(), new Hits(5, 1, 0, 1, Optional.empty(), Optional.empty()));

        assertThat(days().values()).hasSize(3).allMatch(new HitCount.Counted(Hits.NONE, 5)::equals);
    }

    @Test
    void anAnalystsOwnQueryIsCountedDayByDayForItMayLookAtItsWholeWindow() {
        String text =
                "DeviceProcessEvents\n| summarize n = count(), TimeGenerated = max(TimeGenerated) by DeviceName\n| where n > 9";
        Hunt own = nativeHunt(text);
        azure.queries()
                .answer(
                        Samples.KQL.counting(text, Samples.KQL.defaultProfile()),
                        new Hits(1, 1, 0, 1, Optional.empty(), Optional.empty()));
        azure.queries().answer(Samples.coverage(), new Hits(5, 1, 0, 1, Optional.empty(), Optional.empty()));
        connector = Targets.connect(azure, "test");

        SortedMap<LocalDate, HitCount> days =
                connector.daily(new Deployment(own, text, Deployment.State.SHADOW), FROM, TO);

        assertThat(days).hasSize(3);
        assertThat(azure.queries().asked())
                .extracting(body -> body.path("timespan").asText())
                .contains("2026-11-02T00:00Z/2026-11-03T00:00Z");
        assertThat(connector.count(new Deployment(own, text, Deployment.State.SHADOW), Window.of(FROM, TO)))
                .isInstanceOf(HitCount.Counted.class);
    }

    private static Hunt nativeHunt(String text) {
        return new Hunt(
                HuntId.derived("own"),
                "Own",
                "Own.",
                Hunt.Kind.CATALOGUE,
                new Logic.NativeQuery(EventKind.PROCESS_CREATION, Map.of("kql", text)),
                Severity.LOW,
                Hunt.Confidence.HIGH,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "a test wants it");
    }

    private static String hits() {
        return Samples.DIALECT.byDay(Samples.counting(HUNT), Samples.KQL.defaultProfile());
    }

    private static String events() {
        return Samples.DIALECT.byDay(Samples.coverage(), Samples.KQL.defaultProfile());
    }

    private static List<Object> row(LocalDate day, long hits, long hosts) {
        long start = day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        return List.of(start, hits, hosts, 1, 1, start + 60, start + 7_200);
    }

    private static Hits found(LocalDate day, long hits, long hosts) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Hits(hits, hosts, 1, 1, Optional.of(start.plusSeconds(60)), Optional.of(start.plusSeconds(7_200)));
    }
}
