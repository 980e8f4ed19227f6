package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.Secret;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.Fault;
import dev.harrier.splunk.fake.JobEnd;
import dev.harrier.splunk.fake.Operation;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault on everything else that a connector can be asked: never good news, nothing doubled, and the next time it works. */
@Tag("slow")
class MoreFaultsTest extends FaultMatrix {
    private static final Set<Call> WRITES = EnumSet.of(Call.DISABLE, Call.SHARE);
    private static final Map<String, String> ROW = Map.ofEntries(
            Map.entry("day", "1793491200"),
            Map.entry("sourcetype", "XmlWinEventLog"),
            Map.entry("savedsearch_name", SavedSearchName.of(Made.hunt(1, "x"))),
            Map.entry("search_name", SavedSearchName.of(Made.hunt(1, "x"))),
            Map.entry("status", "success"),
            Map.entry("results", "3"),
            Map.entry("disposition", "undetermined"),
            Map.entry("n", "3"),
            Map.entry("last", "1793491300"),
            Map.entry("hits", "3"),
            Map.entry("summarised", "3"),
            Map.entry("hosts", "2"),
            Map.entry("users", "1"),
            Map.entry("days", "1"),
            Map.entry("firstSeen", "1793491200"),
            Map.entry("lastSeen", "1793491300"));

    @BeforeEach
    void populated() {
        splunkd.installEnterpriseSecurity();
        splunkd.jobs().ends(search -> JobEnd.rows(List.of(ROW)));
    }

    static Stream<Arguments> all() {
        return Stream.of(Call.values())
                .flatMap(call -> Stream.of(Fault.values()).map(fault -> Arguments.of(call, fault)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("all")
    void neverGoodNewsAndTheNextTimeItWorks(Call call, Fault fault) {
        if (call != Call.SHARE) {
            deployOne();
        }
        long writes = splunkd.searches().writes();
        try (Connector tried = reached(fault)) {
            befall(call.befallen(), fault);
            attempt(call, fault, tried);
        }
        splunkd.heal();
        assertThat(splunkd.jobs().alive())
                .as("jobs whose start was never heard of")
                .isLessThanOrEqualTo(lost(call, fault));
        splunkd.jobs().pass(61);
        assertThat(splunkd.jobs().alive()).isZero();

        try (Connector healthy = healthy()) {
            Object first = call.on(healthy);
            assertThat(first).isNotNull();
            assertThat(call.on(healthy)).isEqualTo(first);
        }
        assertThat(splunkd.searches().writes() - writes).as("written once").isEqualTo(written(call));
    }

    private static void deployOne() {
        try (Connector healthy = healthy()) {
            Made.deploy(healthy, Made.wanted(healthy, 1, 2));
        }
    }

    private static void befall(Operation operation, Fault fault) {
        splunkd.fail(operation, fault, FOR_EVER);
        if (operation == Operation.RESULTS) {
            splunkd.fail(Operation.OLD_RESULTS, fault, FOR_EVER);
        }
    }

    private static void attempt(Call call, Fault fault, Connector tried) {
        try {
            Object answer = inTime(() -> call.on(tried));
            boolean done = fault.carriedOut() && WRITES.contains(call);
            boolean absent = call == Call.ENTERPRISE_SECURITY && fault == Fault.NOT_FOUND;
            if (!done && !isHarmless(call, fault)) {
                assertThat(call.saysSo(answer)).as("%s", answer).isTrue();
                assertThat(call != Call.ENTERPRISE_SECURITY || absent)
                        .as("only a 404 says that it isn't there")
                        .isTrue();
            }
        } catch (ConnectorException e) {
            assertThat(e).hasMessageStartingWith("corp: ");
        }
    }

    /** A slow answer that is an answer. */
    private static boolean isHarmless(Call call, Fault fault) {
        return fault.slow() && call == Call.LOG_IN;
    }

    private static int lost(Call call, Fault fault) {
        return call.befallen() == Operation.JOB_START && fault.carriedOut() ? 20 : 0;
    }

    private static long written(Call call) {
        return switch (call) {
            case DISABLE, DISABLE_READING -> 1;
            case SHARE -> 2;
            default -> 0;
        };
    }

    /** By a password and with access to set, impatient where the fault is slow. */
    private static Connector reached(Fault fault) {
        Connecting connecting = new Connecting(
                        "contract",
                        Map.of("url", splunkd.url(), "app", Connecting.APP),
                        Map.of("password", Secret.of(FakeSplunkd.PASSWORD)),
                        Connecting.to(splunkd).waiting())
                .with("user", FakeSplunkd.USER)
                .with("sharing", "global")
                .with("read-roles", "*")
                .with("write-roles", "admin");
        return (fault.slow() ? connecting.with("timeout", "PT0.6S") : connecting).connector();
    }

    private static Connector healthy() {
        return reached(Fault.RESET);
    }
}
