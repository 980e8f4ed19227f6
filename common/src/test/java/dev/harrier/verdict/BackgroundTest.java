package dev.harrier.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.assess.Severity;
import dev.harrier.deploy.Deployment.State;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.measure.Prevalence;
import dev.harrier.measure.RaisedAlerts;
import dev.harrier.measure.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What history, the usual estate and analysts' decisions make of a count. */
class BackgroundTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final Window WINDOW = Window.of(DAY, DAY.plusDays(1));
    private static final Coverage TWENTY_HOSTS =
            new Coverage(EventKind.PROCESS_CREATION, 100_000, 20, Optional.empty());
    private static final Prevalence EVERY_DAY = Prevalence.of(List.of(50L, 60L, 55L, 40L, 52L, 58L, 61L, 49L));
    private static final Prevalence NEVER = Prevalence.of(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L));

    @Test
    void whatWasAsCommonBeforeTheCampaignIsNoise() {
        HuntVerdict verdict = judge(Hunt.Kind.BEHAVIOUR, 55, 9, known(EVERY_DAY));
        assertThat(verdict.verdict()).isEqualTo(Verdict.NOISY);
        assertThat(verdict.reason()).contains("on 8 of 8 days before");
    }

    @Test
    void aNewBroadBurstRaises() {
        assertThat(judge(Hunt.Kind.BEHAVIOUR, 900, 9, known(NEVER)).verdict()).isEqualTo(Verdict.RAISED);
        assertThat(judge(Hunt.Kind.BEHAVIOUR, 900, 9, known(EVERY_DAY)).verdict())
                .isEqualTo(Verdict.RAISED);
        assertThat(judge(Hunt.Kind.BEHAVIOUR, 4, 1, known(NEVER)).verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void anIndicatorIsNoiseOnlyWhereItIsKnownToBeUsual() {
        assertThat(judge(Hunt.Kind.INDICATOR, 55, 9, Background.NONE).verdict()).isEqualTo(Verdict.RAISED);
        assertThat(judge(Hunt.Kind.INDICATOR, 55, 9, known(EVERY_DAY)).verdict())
                .isEqualTo(Verdict.NOISY);
        assertThat(judge(Hunt.Kind.INDICATOR, 1, 1, known(EVERY_DAY)).verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void fewDaysSayNothing() {
        Prevalence threeDays = Prevalence.of(List.of(50L, 50L, 50L));
        assertThat(judge(Hunt.Kind.INDICATOR, 55, 9, known(threeDays)).verdict())
                .isEqualTo(Verdict.RAISED);
    }

    @Test
    void noHitIsNotQuietWhereMostHostsAreMissing() {
        Background usual = new Background(NEVER, OptionalLong.of(400), Optional.empty());
        HuntVerdict verdict = judge(Hunt.Kind.BEHAVIOUR, 0, 0, usual);
        assertThat(verdict.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(verdict.reason()).isEqualTo("no hit, but only 20 hosts of usually 400 sent process creation events");
        assertThat(judge(Hunt.Kind.BEHAVIOUR, 0, 0, new Background(NEVER, OptionalLong.of(25), Optional.empty()))
                        .verdict())
                .isEqualTo(Verdict.QUIET);
    }

    @Test
    void analystsKnowBetter() {
        assertThat(judge(Hunt.Kind.BEHAVIOUR, 5, 2, alerts(Map.of("False Positive - Incorrect Analytic Logic", 4L)))
                        .verdict())
                .isEqualTo(Verdict.NOISY);
        assertThat(judge(Hunt.Kind.BEHAVIOUR, 5, 2, alerts(Map.of("FalsePositive", 9L, "TruePositive", 1L)))
                        .verdict())
                .isEqualTo(Verdict.CONFIRMED);
        assertThat(judge(Hunt.Kind.BEHAVIOUR, 5, 2, alerts(Map.of("undetermined", 40L, "falsepositive", 2L)))
                        .verdict())
                .isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void aConfirmedHuntIsProposedToGoLiveAndALiveOneIsLeftAlone() {
        HuntVerdict confirmed = judge(Hunt.Kind.BEHAVIOUR, 4, 1, Background.NONE);
        assertThat(proposal(confirmed, State.SHADOW, Optional.empty(), quiet(0)))
                .contains(Proposal.Step.PROMOTE);
        assertThat(proposal(confirmed, State.LIVE, Optional.empty(), quiet(0))).isEmpty();
    }

    @Test
    void whatABehaviourHitsEveryDayIsTunedAndNotPromoted() {
        HuntVerdict confirmed = judge(Hunt.Kind.BEHAVIOUR, 1, 1, Background.NONE);
        assertThat(proposal(confirmed, State.SHADOW, Optional.empty(), hit(7))).contains(Proposal.Step.TUNE);
        assertThat(proposal(confirmed, State.SHADOW, Optional.empty(), hit(6))).contains(Proposal.Step.PROMOTE);
        HuntVerdict indicator = judge(Hunt.Kind.INDICATOR, 1, 1, Background.NONE);
        assertThat(proposal(indicator, State.SHADOW, Optional.empty(), hit(14))).contains(Proposal.Step.PROMOTE);
        NavigableMap<LocalDate, DayCount> burst = quiet(14);
        burst.putAll(hit(3));
        assertThat(proposal(confirmed, State.SHADOW, Optional.empty(), burst)).contains(Proposal.Step.PROMOTE);
    }

    @Test
    void aQuietHuntIsProposedOnlyAfterEnoughDaysAllSearched() {
        HuntVerdict quiet = judge(Hunt.Kind.BEHAVIOUR, 0, 0, Background.NONE);
        assertThat(proposal(quiet, State.SHADOW, Optional.empty(), quiet(13))).isEmpty();
        assertThat(proposal(quiet, State.SHADOW, Optional.empty(), quiet(14))).contains(Proposal.Step.PROMOTE);
        NavigableMap<LocalDate, DayCount> gap = quiet(14);
        gap.put(DAY.minusDays(3), count(DAY.minusDays(3), new HitCount.Blind("outage")));
        assertThat(proposal(quiet, State.SHADOW, Optional.empty(), gap)).isEmpty();
    }

    @Test
    void aHuntPastItsLifetimeIsProposedToRetireWhateverItFinds() {
        HuntVerdict confirmed = judge(Hunt.Kind.INDICATOR, 4, 1, Background.NONE);
        assertThat(proposal(confirmed, State.LIVE, Optional.of(DAY.minusDays(89)), quiet(0)))
                .isEmpty();
        assertThat(proposal(confirmed, State.LIVE, Optional.of(DAY.minusDays(90)), quiet(0)))
                .contains(Proposal.Step.RETIRE);
    }

    @Test
    void targetsThatBothSearchedAllAndSawDifferentThingsDisagree() {
        HuntVerdict hit = verdict(hunt(Hunt.Kind.BEHAVIOUR), "splunk", 4, 1);
        HuntVerdict miss = verdict(hunt(Hunt.Kind.BEHAVIOUR), "sentinel", 0, 0);
        assertThat(Disagreement.among(List.of(hit, miss))).singleElement().satisfies(found -> {
            assertThat(found.hit()).isEqualTo("splunk");
            assertThat(found.miss()).isEqualTo("sentinel");
            assertThat(found.explanation()).startsWith("mapping or lag");
        });
        assertThat(Disagreement.among(List.of(hit, hit))).isEmpty();
    }

    private static Optional<Proposal.Step> proposal(
            HuntVerdict verdict, State state, Optional<LocalDate> published, NavigableMap<LocalDate, DayCount> days) {
        return Proposal.of(verdict, state, published, DAY, days, 14).map(Proposal::step);
    }

    private static NavigableMap<LocalDate, DayCount> quiet(int days) {
        NavigableMap<LocalDate, DayCount> quiet = new TreeMap<>();
        DAY.minusDays(days)
                .datesUntil(DAY)
                .forEach(day -> quiet.put(day, count(day, new HitCount.Counted(Hits.NONE, 9))));
        return quiet;
    }

    private static NavigableMap<LocalDate, DayCount> hit(int days) {
        Hits one = new Hits(1, 1, 1, 1, Optional.empty(), Optional.empty());
        NavigableMap<LocalDate, DayCount> hit = new TreeMap<>();
        DAY.minusDays(days).datesUntil(DAY).forEach(day -> hit.put(day, count(day, new HitCount.Counted(one, 9))));
        return hit;
    }

    private static DayCount count(LocalDate day, HitCount count) {
        return new DayCount(hunt(Hunt.Kind.BEHAVIOUR).id(), "splunk", day, Instant.EPOCH, "q", count);
    }

    private static Background known(Prevalence before) {
        return new Background(before, OptionalLong.empty(), Optional.empty());
    }

    private static Background alerts(Map<String, Long> dispositions) {
        return new Background(
                Prevalence.UNKNOWN, OptionalLong.empty(), Optional.of(new RaisedAlerts(new TreeMap<>(dispositions))));
    }

    private static HuntVerdict judge(Hunt.Kind kind, long events, long hosts, Background background) {
        Hits hits = new Hits(events, hosts, hosts, events == 0 ? 0 : 1, Optional.empty(), Optional.empty());
        return new VerdictRules(VerdictPolicy.DEFAULT)
                .judge(hunt(kind), "splunk", new HitCount.Counted(hits, 100_000), TWENTY_HOSTS, WINDOW, background);
    }

    private static HuntVerdict verdict(Hunt hunt, String target, long events, long hosts) {
        Hits hits = new Hits(events, hosts, hosts, events == 0 ? 0 : 1, Optional.empty(), Optional.empty());
        return new VerdictRules(VerdictPolicy.DEFAULT)
                .judge(hunt, target, new HitCount.Counted(hits, 100_000), TWENTY_HOSTS, WINDOW);
    }

    private static Hunt hunt(Hunt.Kind kind) {
        return new Hunt(
                HuntId.derived("test", kind.word()),
                "A hunt",
                "",
                kind,
                new Logic.Detection(
                        EventKind.PROCESS_CREATION, new Condition.Match("Image", new FieldTest.Exists(true))),
                Severity.HIGH,
                Hunt.Confidence.HIGH,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(Duration.ofDays(90)),
                "a test");
    }
}
