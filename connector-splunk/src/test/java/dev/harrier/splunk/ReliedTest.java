package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Check;
import dev.harrier.connector.Connector;
import dev.harrier.deploy.Deployment;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import dev.harrier.splunk.fake.Fault;
import dev.harrier.splunk.fake.JobEnd;
import dev.harrier.splunk.fake.JobEnd.State;
import dev.harrier.splunk.fake.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What texts rely on besides events: summaries of data models and lookups. */
class ReliedTest extends OnFakeSplunkd {
    private static final String LOOKUP = "harrier_0123456789abcdef0123456789abcdef";
    private static final Map<String, String> NONE = Map.of("hits", "0", "hosts", "0", "users", "0", "days", "0");
    private static final Map<String, String> MANY = Map.of("hits", "9", "hosts", "1", "users", "1", "days", "1");
    private static final Deployment SUMMARISED = Made.deployment(
            1,
            "| tstats summariesonly=true allow_old_summaries=true fillnull_value=\"unknown\" count from"
                    + " datamodel=Endpoint.Processes where needle=1");
    private static final Deployment LOOKING = Made.deployment(
            2,
            "| tstats summariesonly=false count from datamodel=Endpoint.Processes by Processes.process_hash\n| lookup "
                    + LOOKUP + " value AS process_hash OUTPUT value AS matchedValue\n| where isnotnull(matchedValue)");

    @Test
    void aModelThatIsNamedAndNotAcceleratedIsSaidBeforeAndAfter() {
        splunkd.site().model("Endpoint", false);
        splunkd.jobs().ends(search -> JobEnd.done(NONE));

        assertThat(lacking(SUMMARISED)).contains("Endpoint is not accelerated");
        assertThat(connector.count(SUMMARISED, lastDays(1)))
                .isInstanceOfSatisfying(
                        HitCount.Blind.class, blind -> assertThat(blind.why()).contains("not accelerated"));
    }

    @Test
    void aHalfBuiltSummaryMakesALowerBound() {
        splunkd.site().complete(0.4);
        splunkd.jobs().ends(search -> JobEnd.done(MANY));

        assertThat(lacking(SUMMARISED)).contains("only 40 % is summarised");
        assertThat(connector.count(SUMMARISED, lastDays(1)))
                .isInstanceOfSatisfying(
                        HitCount.AtLeast.class,
                        count -> assertThat(count.hits().events()).isEqualTo(9));
    }

    @Test
    void daysBeforeTheSummariesBeginAreNoCleanOnes() {
        splunkd.site().reach("-7d");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        splunkd.jobs().ends(search -> JobEnd.rows(List.of()));

        assertThat(lacking(SUMMARISED)).as("an hour in the schedule is within").isEmpty();
        assertThat(connector.daily(SUMMARISED, today.minusDays(9), today).values())
                .first()
                .isInstanceOfSatisfying(
                        HitCount.Blind.class, blind -> assertThat(blind.why()).contains("back to -7d only"));
        splunkd.jobs().ends(search -> JobEnd.done(MANY));
        assertThat(connector.count(SUMMARISED, lastDays(9))).isInstanceOf(HitCount.AtLeast.class);
        assertThat(connector.count(SUMMARISED, lastDays(6))).isInstanceOf(HitCount.Counted.class);
    }

    @Test
    void whatReliesOnNothingCostsNoRequest() {
        splunkd.jobs().ends(search -> JobEnd.done(MANY));

        assertThat(lacking(Made.deployment(1))).isEmpty();
        assertThat(connector.count(Made.deployment(1), lastDays(1))).isInstanceOf(HitCount.Counted.class);
        assertThat(splunkd.count(Operation.MODELS) + splunkd.count(Operation.LOOKUPS))
                .isZero();
    }

    @Test
    void modelsThatMayNotBeSeenAreTakenForWhole() {
        splunkd.fail(Operation.MODELS, Fault.FORBIDDEN, 100);
        splunkd.jobs().ends(search -> JobEnd.done(MANY));

        assertThat(lacking(SUMMARISED)).isEmpty();
        assertThat(connector.count(SUMMARISED, lastDays(400))).isInstanceOf(HitCount.Counted.class);
    }

    @Test
    void theDoctorMindsWhatIsNamed() {
        splunkd.site().model("Endpoint", false);
        splunkd.jobs().ends(search -> JobEnd.done(Map.of("summarised", "70", "hits", "100")));

        try (Connector named =
                connecting.with("accelerated-models", "Endpoint,Web").connector()) {
            assertThat(named.doctor())
                    .filteredOn(check -> check.name().equals("model Endpoint"))
                    .singleElement()
                    .satisfies(check -> assertThat(check.finding()).contains("hunts that ask it find nothing"));
            assertThat(named.doctor())
                    .filteredOn(check -> check.name().equals("events Web.Web"))
                    .singleElement()
                    .extracting(Check::wayOut)
                    .asString()
                    .contains("hunts miss the others");
            splunkd.site().reach("-30m");
            assertThat(named.doctor())
                    .filteredOn(check -> check.name().equals("model Web"))
                    .singleElement()
                    .satisfies(check -> assertThat(check.finding()).contains("back to -30m, which is less"));
        }
    }

    @Test
    void aLookupThatIsNotThereIsSaidBefore() {
        assertThat(lacking(LOOKING)).contains(LOOKUP, "splunk/lookups", "app harrier");

        splunkd.site().lookup(LOOKUP);
        assertThat(lacking(LOOKING)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FATAL Error in 'lookup' command: Could not construct lookup 'x, value, AS, process_hash'.",
                "ERROR The lookup table 'x' does not exist or is not available."
            })
    void aLookupThatIsNotThereIsSaidAfter(String message) {
        splunkd.jobs().ends(search -> JobEnd.of(State.FAILED, NONE, message));

        assertThat(connector.count(LOOKING, lastDays(1)))
                .isInstanceOfSatisfying(HitCount.Unanswered.class, answer -> assertThat(answer.why())
                        .contains(
                                "copy splunk/lookups/" + LOOKUP + ".csv", message.substring(message.indexOf(' ') + 1)));
    }

    @Test
    void aLookupWithoutARowFindsNothingAndIsBlind() {
        splunkd.jobs().ends(search -> JobEnd.done(search.contains(LOOKUP) ? NONE : MANY));

        assertThat(connector.count(LOOKING, lastDays(1)))
                .isInstanceOfSatisfying(
                        HitCount.Blind.class, blind -> assertThat(blind.why()).contains(LOOKUP, "no row"));
    }

    @Test
    void aFullLookupWithoutAHitIsZero() {
        splunkd.jobs()
                .ends(search -> JobEnd.done(search.contains("inputlookup") || !search.contains(LOOKUP) ? MANY : NONE));

        assertThat(connector.count(LOOKING, lastDays(1)))
                .isInstanceOfSatisfying(
                        HitCount.Counted.class,
                        count -> assertThat(count.hits().events()).isZero());
    }

    private String lacking(Deployment deployment) {
        try (Connector fresh = connecting.connector()) {
            Map<HuntId, String> lacking = fresh.lacking(List.of(deployment));
            return lacking.getOrDefault(deployment.hunt().id(), "");
        }
    }

    private static Window lastDays(int days) {
        Instant now = Instant.now();
        return new Window(now.minus(Duration.ofDays(days)), now);
    }
}
