package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.measure.HitCount;
import dev.harrier.splunk.fake.Fault;
import dev.harrier.splunk.fake.Operation;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults while a job runs. */
@Tag("slow")
class CountFaultsTest extends FaultMatrix {
    /** On a write or a whole list these answers are nonsense; a job's page without content only means "not yet". */
    private static final Set<Fault> NOTHING_YET = Set.of(Fault.NO_CONTENT, Fault.NO_LIST, Fault.MESSAGES_INSIDE_200);

    @ParameterizedTest
    @EnumSource
    void startingAJob(Fault fault) {
        try (Connector healthy = connector();
                Connector tried = connector(fault)) {
            splunkd.fail(Operation.JOB_START, fault, FOR_EVER);

            counted(
                    tried,
                    fault,
                    Set.of(Fault.BAD_REQUEST, Fault.TOO_MANY_REQUESTS, Fault.QUOTA, Fault.QUOTA_WITH_RETRY_AFTER));

            int turns = kind(fault) == Kind.THROTTLED ? 3 : 1;
            assertThat(splunkd.count(Operation.JOB_START)).isEqualTo(turns * sent(fault));
            assertThat(splunkd.jobs().started().size()).isEqualTo(fault.carriedOut() ? 1 : 0);
            again(healthy);
        }
    }

    @ParameterizedTest
    @EnumSource
    void followingAJob(Fault fault) {
        startedJob(fault, Operation.JOB_READ);
    }

    @ParameterizedTest
    @EnumSource
    void readingResults(Fault fault) {
        startedJob(fault, Operation.RESULTS, Operation.OLD_RESULTS);
    }

    private void startedJob(Fault fault, Operation... failing) {
        try (Connector healthy = connector();
                Connector tried = connector(fault)) {
            List.of(failing).forEach(operation -> splunkd.fail(operation, fault, FOR_EVER));

            counted(
                    tried,
                    fault,
                    Set.of(
                            Fault.BAD_REQUEST,
                            Fault.TOO_MANY_REQUESTS,
                            Fault.QUOTA,
                            Fault.QUOTA_WITH_RETRY_AFTER,
                            Fault.NOT_FOUND));

            assertThat(splunkd.jobs().started()).hasSize(1);
            assertThat(splunkd.jobs().alive()).isZero();
            again(healthy);
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancellingAJob(Fault fault) {
        try (Connector tried = connector(fault)) {
            splunkd.fail(Operation.CANCEL, fault, FOR_EVER);

            HitCount count = inTime(() -> tried.count(Made.deployment(1), Made.WINDOW));

            assertThat(count).isInstanceOf(HitCount.Counted.class);
            assertThat(splunkd.jobs().started()).hasSize(2).allSatisfy(job -> assertThat(job)
                    .containsKeys("auto_cancel", "timeout", "max_time"));
        }
    }

    /** A fault that passes costs nothing but time, on every read and on what splunkd did not take. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "TOO_MANY_REQUESTS",
                "QUOTA",
                "QUOTA_WITH_RETRY_AFTER",
                "BUSY_WITH_RETRY_AFTER",
                "PROXY_ERROR",
                "RESET"
            })
    void whatPassesIsWaitedFor(Fault fault) {
        try (Connector healthy = connector()) {
            Made.deploy(healthy, Made.wanted(healthy, 0, 2));
            for (Operation operation : List.of(Operation.LIST, Operation.READ, Operation.JOB_READ, Operation.RESULTS)) {
                splunkd.fail(operation, fault, 2);
            }

            assertThat(healthy.deployed()).hasSize(2);
            assertThat(healthy.count(Made.deployment(1), Made.WINDOW)).isInstanceOf(HitCount.Counted.class);
        }
    }

    private static void counted(Connector connector, Fault fault, Set<Fault> answers) {
        Supplier<HitCount> count = () -> connector.count(Made.deployment(1), Made.WINDOW);
        if (answers.contains(fault) || NOTHING_YET.contains(fault)) {
            assertThat(inTime(count)).isInstanceOf(HitCount.Unanswered.class);
        } else {
            assertThat(refusal(count).kind()).isEqualTo(kind(fault));
        }
    }

    private static void again(Connector connector) {
        splunkd.heal();
        assertThat(connector.count(Made.deployment(1), Made.WINDOW)).isInstanceOf(HitCount.Counted.class);
    }
}
