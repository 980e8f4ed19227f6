package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Check;
import dev.harrier.connector.Connector;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.Fault;
import dev.harrier.splunk.fake.JobEnd;
import dev.harrier.splunk.fake.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the doctor finds, each with a way out. */
class DoctorTest {
    @RegisterExtension
    private static final FakeSplunkd splunkd = new FakeSplunkd();

    @BeforeEach
    void healthy() {
        sampled(100, 100);
    }

    @Test
    void aHealthySplunkIsAllRight() {
        assertThat(checks())
                .extracting(Check::name)
                .contains(
                        "reach",
                        "version",
                        "edition",
                        "clock",
                        "role",
                        "app",
                        "quota",
                        "model Endpoint",
                        "events Endpoint.Processes");
        assertThat(checks())
                .filteredOn(check -> !check.name().equals("tls"))
                .allMatch(check -> check.state() == Check.State.OK);
        assertThat(splunkd.searches().writes()).as("it writes nothing").isZero();
        assertThat(splunkd.jobs().alive()).isZero();
    }

    static Stream<Arguments> ills() {
        return Stream.of(
                ill("app", Check.State.FAILED, "no app harrier", fake -> fake.site()
                        .remove("harrier")),
                ill("app", Check.State.FAILED, "not written", fake -> fake.site()
                        .readOnly()),
                ill("role", Check.State.FAILED, "schedule_search", fake -> fake.site()
                        .without("schedule_search")),
                ill("version", Check.State.WARNING, "8.2.1", fake -> fake.site().info("version", "8.2.1")),
                ill("version", Check.State.UNKNOWN, "next", fake -> fake.site().info("version", "next")),
                ill("edition", Check.State.FAILED, "EXPIRED", fake -> fake.site()
                        .info("licenseState", "EXPIRED")),
                ill("edition", Check.State.OK, "Splunk Cloud", fake -> fake.site()
                        .info("instance_type", "cloud")),
                ill("clock", Check.State.WARNING, "ahead", fake -> fake.site().skew(Duration.ofMinutes(5))),
                ill("quota", Check.State.WARNING, "one search", fake -> fake.site()
                        .role("srchJobsQuota", "1")),
                ill("search-window", Check.State.WARNING, "24 hours", fake -> fake.site()
                        .role("srchTimeWin", "86400")),
                ill("model Endpoint", Check.State.WARNING, "not there", fake -> fake.site()
                        .removeModel("Endpoint")),
                ill("model Web", Check.State.WARNING, "not accelerated", fake -> fake.site()
                        .model("Web", false)),
                ill("model Endpoint", Check.State.WARNING, "40 %", fake -> fake.site()
                        .complete(0.4)),
                ill("events Endpoint.Processes", Check.State.WARNING, "70 of 100", fake -> sampled(70, 100)),
                ill("events Web.Web", Check.State.WARNING, "blind", fake -> sampled(0, 0)),
                ill("enterprise-security", Check.State.OK, "8.0.2", FakeSplunkd::installEnterpriseSecurity),
                ill("macro notable", Check.State.WARNING, "not seen", FakeSplunkd::installEnterpriseSecurity));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("ills")
    void eachIllIsFoundWithAWayOut(String name, Check.State state, String finding, Consumer<FakeSplunkd> ill) {
        ill.accept(splunkd);

        assertThat(checks())
                .filteredOn(check -> check.name().equals(name))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.state()).isEqualTo(state);
                    assertThat(check.finding()).contains(finding);
                    assertThat(check.wayOut().isEmpty()).isEqualTo(state == Check.State.OK);
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"UNAUTHORISED", "SIGN_IN_PAGE", "RESET", "SERVER_ERROR", "XML_WITH_ENTITY", "REDIRECT"})
    void whatIsNotReachedIsOneFinding(Fault fault) {
        splunkd.fail(Operation.SERVER_INFO, fault, 100);

        assertThat(checks()).singleElement().satisfies(check -> {
            assertThat(check.state()).isEqualTo(Check.State.FAILED);
            assertThat(check.wayOut()).isNotBlank();
        });
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of(Fault.UNAUTHORISED, "new token"),
                Arguments.of(Fault.FORBIDDEN, "give the role"),
                Arguments.of(Fault.NOT_FOUND, "management port alone"),
                Arguments.of(Fault.BAD_REQUEST, "no matter of roles"),
                Arguments.of(Fault.TOO_MANY_REQUESTS, "srchJobsQuota"),
                Arguments.of(Fault.SERVER_ERROR, "splunkd.log"),
                Arguments.of(Fault.SIGN_IN_PAGE, "not Splunk Web"),
                Arguments.of(Fault.RESET, "8089"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void eachFailureHasItsOwnWayOut(Fault fault, String wayOut) {
        splunkd.fail(Operation.SERVER_INFO, fault, 100);

        assertThat(checks()).singleElement().satisfies(check -> assertThat(check.wayOut())
                .contains(wayOut));
    }

    @Test
    void aWayThatIsBlockedSaysWhere() {
        Map<String, String> ways =
                Map.of("http://localhost:1", "nothing takes the connection", "https://nobody.invalid:8089", "DNS");
        ways.forEach((url, wayOut) -> {
            try (Connector connector = Connecting.to(url).connector()) {
                assertThat(connector.doctor()).singleElement().satisfies(check -> assertThat(check.wayOut())
                        .contains(wayOut));
            }
        });
    }

    /** A role that may not look is no broken Splunk. */
    @Test
    void whatMayNotBeSeenIsUnknown() {
        for (Operation hidden : List.of(Operation.ROLE, Operation.MODELS, Operation.APP, Operation.CONTEXT)) {
            splunkd.fail(hidden, Fault.FORBIDDEN, 100);
        }

        assertThat(checks())
                .extracting(Check::state)
                .contains(Check.State.UNKNOWN)
                .doesNotContain(Check.State.FAILED);
    }

    private static void sampled(int summarised, int all) {
        splunkd.jobs().ends(search -> JobEnd.done(Map.of("summarised", "" + summarised, "hits", "" + all)));
    }

    private static Arguments ill(String name, Check.State state, String finding, Consumer<FakeSplunkd> ill) {
        return Arguments.of(name, state, finding, ill);
    }

    private static List<Check> checks() {
        try (Connector connector = Connecting.to(splunkd).connector()) {
            return connector.doctor();
        }
    }
}
