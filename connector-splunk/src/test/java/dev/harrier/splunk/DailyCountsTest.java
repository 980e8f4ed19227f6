package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.splunk.fake.JobEnd;
import dev.harrier.splunk.fake.JobEnd.State;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** A month by one job: what each day's row, and a day without one, mean. */
class DailyCountsTest extends OnFakeSplunkd {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final LocalDate END = LocalDate.parse("2026-12-01");
    private static final String NEEDLE = "needle-4711";

    @Test
    void aDayWithARowIsCountedOneWithoutIsZeroAndOneWithoutTelemetryIsBlind() {
        splunkd.jobs()
                .ends(search -> search.contains(NEEDLE)
                        ? JobEnd.rows(List.of(row(FIRST.plusDays(2), 7, 3), row(FIRST.plusDays(9), 1, 1)))
                        : search.contains(" as day")
                                ? JobEnd.rows(FIRST.datesUntil(END.minusDays(1))
                                        .map(day -> row(day, 5_000, 40))
                                        .toList())
                                : JobEnd.done(row(FIRST, 5_000, 40)));

        SortedMap<LocalDate, HitCount> days = connector.daily(Made.deployment(1, NEEDLE), FIRST, END);

        assertThat(days).hasSize(30);
        assertThat(days.get(FIRST.plusDays(2))).isInstanceOfSatisfying(HitCount.Counted.class, count -> {
            assertThat(count.hits().events()).isEqualTo(7);
            assertThat(count.hits().hosts()).isEqualTo(3);
            assertThat(count.searched()).isEqualTo(5_000);
        });
        assertThat(days.get(FIRST)).isInstanceOfSatisfying(HitCount.Counted.class, count -> assertThat(
                        count.hits().events())
                .isZero());
        assertThat(days.get(END.minusDays(1))).isInstanceOf(HitCount.Blind.class);
        assertThat(splunkd.jobs().started())
                .as("hits, telemetry, and what it carries")
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aFailedJobAnswersNoDayAndAPartialOneOnlyBoundsThem() {
        splunkd.jobs().ends(search -> JobEnd.of(State.FAILED, Map.of(), "FATAL disk full"));
        assertThat(connector.daily(Made.deployment(1, NEEDLE), FIRST, END).values())
                .hasSize(30)
                .allSatisfy(count -> assertThat(count).isInstanceOf(HitCount.Unanswered.class));
        splunkd.jobs().ends(search -> JobEnd.of(State.DONE, row(FIRST, 7, 3), "WARN peer idx3 is down"));
        assertThat(connector.daily(Made.deployment(1, NEEDLE), FIRST, END).values())
                .allSatisfy(count -> assertThat(count).isInstanceOf(HitCount.AtLeast.class));
    }

    @Test
    void telemetryIsAskedForOncePerKindAndStretch() {
        splunkd.jobs().ends(search -> JobEnd.rows(List.of(row(FIRST, 5_000, 40))));

        SortedMap<LocalDate, Coverage> days = connector.dailyCoverage(EventKind.PROCESS_CREATION, FIRST, END);
        connector.dailyCoverage(EventKind.PROCESS_CREATION, FIRST, END);

        assertThat(days).hasSize(30);
        assertThat(days.get(FIRST).hosts()).isEqualTo(40);
        assertThat(days.get(FIRST.plusDays(1)).events()).isZero();
        assertThat(splunkd.jobs().started()).hasSize(1);
    }

    private static Map<String, String> row(LocalDate day, long hits, long hosts) {
        String begin = Long.toString(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
        return Map.of(
                "day",
                begin,
                "hits",
                Long.toString(hits),
                "hosts",
                Long.toString(hosts),
                "users",
                "1",
                "days",
                "1",
                "firstSeen",
                begin + ".000000",
                "lastSeen",
                begin + ".000000");
    }
}
