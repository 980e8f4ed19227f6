package dev.harrier.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.measure.LedgerEntry.DayCoverage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final HuntId HUNT = HuntId.derived("a hunt");
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");

    @Test
    void theLastEntryOfADayCounts() {
        History history =
                History.of(List.of(day(DAY, "q", 5, "2026-11-20T12:00:00Z"), day(DAY, "q", 9, "2026-11-21T03:00:00Z")));
        assertThat(history.days(HUNT, "splunk").get(DAY).counted()).contains(9L);
        assertThat(history.days(HUNT, "sentinel")).isEmpty();
    }

    @Test
    void aDayIsSettledOnceItsLatecomersAreInAndTheSameTextCountedIt() {
        Instant late = Instant.parse("2026-11-21T02:00:00Z");
        History early = History.of(List.of(day(DAY, "q", 5, "2026-11-21T01:00:00Z")));
        History whole = History.of(List.of(day(DAY, "q", 5, "2026-11-21T02:00:00Z")));
        assertThat(early.settled(HUNT, "splunk", "q", DAY, late)).isFalse();
        assertThat(whole.settled(HUNT, "splunk", "q", DAY, late)).isTrue();
        assertThat(whole.settled(HUNT, "splunk", "another text", DAY, late)).isFalse();
        assertThat(whole.settled(HUNT, "splunk", "q", DAY.plusDays(1), late.plus(Duration.ofDays(1))))
                .isFalse();
    }

    @Test
    void aFailureSettlesNothing() {
        DayCount failed = new DayCount(
                HUNT, "splunk", DAY, Instant.parse("2026-11-22T00:00:00Z"), "q", new HitCount.Unanswered("refused"));
        assertThat(History.of(List.of(failed)).settled(HUNT, "splunk", "q", DAY, Instant.parse("2026-11-21T02:00:00Z")))
                .isFalse();
    }

    @Test
    void prevalenceLooksOnlyAtDaysOfTheSameText() {
        History history = History.of(List.of(
                day(DAY, "q", 4, "2026-11-22T00:00:00Z"),
                day(DAY.plusDays(1), "q", 0, "2026-11-22T00:00:00Z"),
                day(DAY.plusDays(2), "older text", 1_000, "2026-11-23T00:00:00Z")));
        Prevalence prevalence = history.prevalence(HUNT, "splunk", "q", DAY, DAY.plusDays(9));
        assertThat(prevalence).isEqualTo(new Prevalence(2, 1, 2, 2));
        assertThat(prevalence.share()).isEqualTo(0.5);
    }

    @Test
    void usualHostsAreTheMedian() {
        History history =
                History.of(List.of(coverage(DAY, 40), coverage(DAY.plusDays(1), 42), coverage(DAY.plusDays(2), 3)));
        assertThat(history.usualHosts(EventKind.DNS_QUERY, "splunk", DAY, DAY.plusDays(3)))
                .hasValue(40);
        assertThat(history.usualHosts(EventKind.LOGON, "splunk", DAY, DAY.plusDays(3)))
                .isEmpty();
    }

    @Test
    void whatIsUnusualIsFarAboveTheMedianAndManyTimesIt() {
        Prevalence steady = Prevalence.of(List.of(10L, 10L, 10L, 11L, 9L));
        assertThat(steady.unusualAbove(5, 3)).isEqualTo(30);
        assertThat(Prevalence.of(List.of(0L, 0L, 0L)).unusualAbove(5, 3)).isEqualTo(5);
    }

    private static DayCoverage coverage(LocalDate day, long hosts) {
        return new DayCoverage(EventKind.DNS_QUERY, "splunk", day, Instant.EPOCH, hosts * 10, hosts);
    }

    private static DayCount day(LocalDate day, String query, long events, String at) {
        Hits hits = new Hits(events, 1, 1, 1, Optional.empty(), Optional.empty());
        return new DayCount(HUNT, "splunk", day, Instant.parse(at), query, new HitCount.Counted(hits, 100));
    }
}
