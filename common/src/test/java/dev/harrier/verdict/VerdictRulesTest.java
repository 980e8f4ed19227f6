package dev.harrier.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.assess.Severity;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Window;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictRulesTest {
    private static final Window WEEK =
            new Window(Instant.parse("2026-11-13T00:00:00Z"), Instant.parse("2026-11-20T00:00:00Z"));
    private static final Coverage TWENTY_HOSTS =
            new Coverage(EventKind.PROCESS_CREATION, 100_000, 20, Optional.of(WEEK.to()));

    @Test
    void oneHitOfAnIndicatorIsGrave() {
        assertThat(judge(Hunt.Kind.INDICATOR, counted(1, 1, 1))).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void anIndicatorThatSpreadsRaises() {
        assertThat(judge(Hunt.Kind.INDICATOR, counted(5, 3, 1))).isEqualTo(Verdict.RAISED);
    }

    @Test
    void aBehaviourOfAThirdOfTheEstateDayAfterDayIsNoise() {
        assertThat(judge(Hunt.Kind.BEHAVIOUR, counted(900, 7, 6))).isEqualTo(Verdict.NOISY);
    }

    @Test
    void aBroadBurstIsNoNoise() {
        assertThat(judge(Hunt.Kind.BEHAVIOUR, counted(900, 19, 1))).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void nothingIsNoiseWhileTheSizeOfTheEstateIsUnknown() {
        Coverage unknown = new Coverage(EventKind.PROCESS_CREATION, 0, 0, Optional.empty());
        HuntVerdict verdict = new VerdictRules(VerdictPolicy.DEFAULT)
                .judge(hunt(Hunt.Kind.BEHAVIOUR), "lab", counted(900, 7, 6), unknown, WEEK);
        assertThat(verdict.verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void zeroOverNoDataIsBlindAndZeroOfAPartialSearchIsIncomplete() {
        assertThat(judge(Hunt.Kind.INDICATOR, new HitCount.Blind("no events"))).isEqualTo(Verdict.BLIND);
        assertThat(judge(Hunt.Kind.INDICATOR, new HitCount.AtLeast(Hits.NONE, "a peer was down")))
                .isEqualTo(Verdict.INCOMPLETE);
        assertThat(judge(Hunt.Kind.INDICATOR, new HitCount.Unanswered("timed out")))
                .isEqualTo(Verdict.ERROR);
        assertThat(judge(Hunt.Kind.INDICATOR, counted(0, 0, 0))).isEqualTo(Verdict.QUIET);
    }

    @Test
    void whatWasOnlyBlockedIsNoCompromiseHoweverManyHostsTried() {
        Hits many = new Hits(60, 9, 9, 1, Optional.of(WEEK.from()), Optional.of(WEEK.from()));
        for (Hunt.Kind kind : List.of(Hunt.Kind.INDICATOR, Hunt.Kind.BEHAVIOUR, Hunt.Kind.CATALOGUE)) {
            assertThat(judge(kind, new HitCount.Counted(many.withBlocked(60), 100)))
                    .isEqualTo(Verdict.BLOCKED);
            assertThat(judge(kind, new HitCount.Counted(many.withBlocked(59), 100)))
                    .isNotEqualTo(Verdict.BLOCKED);
        }
        HuntVerdict blocked = verdict(Hunt.Kind.INDICATOR, new HitCount.Counted(many.withBlocked(60), 100));
        SeverityConfirmation severity = confirm(blocked, verdict(Hunt.Kind.BEHAVIOUR, counted(0, 0, 0)));
        assertThat(severity.posterior()).isEqualTo(Severity.MEDIUM);
        assertThat(severity.reasons()).anyMatch(reason -> reason.contains("tried here"));
    }

    @Test
    void severityRisesOneLevelWhenIndicatorsAndBehaviourAreBothSeen() {
        SeverityConfirmation both =
                confirm(verdict(Hunt.Kind.INDICATOR, counted(1, 1, 1)), verdict(Hunt.Kind.BEHAVIOUR, counted(2, 1, 1)));
        assertThat(both.posterior()).isEqualTo(Severity.HIGH);
        assertThat(confirm(verdict(Hunt.Kind.INDICATOR, counted(1, 1, 1))).posterior())
                .isEqualTo(Severity.MEDIUM);
    }

    @Test
    void onlyQuietUnderFullCoverageLowers() {
        HuntVerdict quiet = verdict(Hunt.Kind.BEHAVIOUR, counted(0, 0, 0));
        assertThat(confirm(quiet, quiet).posterior()).isEqualTo(Severity.LOW);
        for (HitCount unmeasured : List.of(
                new HitCount.Blind("no events"),
                new HitCount.AtLeast(Hits.NONE, "partial"),
                new HitCount.Unanswered("refused"))) {
            assertThat(confirm(quiet, verdict(Hunt.Kind.INDICATOR, unmeasured)).posterior())
                    .isEqualTo(Severity.MEDIUM);
        }
    }

    @Test
    void noiseAloneMovesNothing() {
        assertThat(confirm(verdict(Hunt.Kind.BEHAVIOUR, counted(900, 7, 6))).posterior())
                .isEqualTo(Severity.MEDIUM);
    }

    private static SeverityConfirmation confirm(HuntVerdict... verdicts) {
        return SeverityRules.confirm("lab", Severity.MEDIUM, Arrays.asList(verdicts));
    }

    private static Verdict judge(Hunt.Kind kind, HitCount count) {
        return verdict(kind, count).verdict();
    }

    private static HuntVerdict verdict(Hunt.Kind kind, HitCount count) {
        return new VerdictRules(VerdictPolicy.DEFAULT).judge(hunt(kind), "lab", count, TWENTY_HOSTS, WEEK);
    }

    private static HitCount counted(long events, long hosts, long days) {
        Optional<Instant> when = events == 0 ? Optional.empty() : Optional.of(WEEK.from());
        return new HitCount.Counted(new Hits(events, hosts, hosts, days, when, when), 100_000);
    }

    private static Hunt hunt(Hunt.Kind kind) {
        Condition condition =
                new Condition.Match("Image", new FieldTest.Like(TextPattern.endingWith("\\rclone.exe"), false));
        return new Hunt(
                HuntId.derived("test", kind.word()),
                "rclone",
                "",
                kind,
                new Logic.Detection(EventKind.PROCESS_CREATION, condition),
                Severity.HIGH,
                Hunt.Confidence.HIGH,
                List.of("T1567.002"),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "a test");
    }
}
