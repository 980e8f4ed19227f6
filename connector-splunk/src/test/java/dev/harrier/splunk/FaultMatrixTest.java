package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.measure.HitCount;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.Fault;
import dev.harrier.splunk.fake.JobEnd;
import dev.harrier.splunk.fake.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault on every operation: it ends in time, says what it is, doubles nothing, and the next run completes the work. */
class FaultMatrixTest {
    private static final int FOR_EVER = 1_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Map<String, String> ROW = Map.of(
            "hits", "3", "hosts", "2", "users", "1", "days", "1", "firstSeen", "1793491200", "lastSeen", "1793491300");
    /** On a write or a whole list these answers are nonsense; a job's page without content only means "not yet". */
    private static final Set<Fault> NOTHING_YET = Set.of(Fault.NO_CONTENT, Fault.NO_LIST, Fault.MESSAGES_INSIDE_200);

    private static FakeSplunkd splunkd;

    @BeforeAll
    static void start() {
        splunkd = new FakeSplunkd();
    }

    @AfterAll
    static void stop() {
        splunkd.close();
    }

    @BeforeEach
    void empty() {
        splunkd.reset();
        splunkd.jobs().ends(search -> JobEnd.done(ROW));
    }

    @ParameterizedTest
    @EnumSource
    void listing(Fault fault) {
        try (Connector healthy = connector();
                Connector tried = connector(fault)) {
            Made.deploy(healthy, Made.wanted(healthy, 0, 3));
            splunkd.fail(Operation.LIST, fault, FOR_EVER);

            assertThat(refusal(tried::deployed).kind()).isEqualTo(kind(fault));

            splunkd.heal();
            assertThat(healthy.deployed()).hasSize(3);
            assertThat(splunkd.jobs().started()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void creating(Fault fault) {
        try (Connector healthy = connector();
                Connector tried = connector(fault)) {
            Change create = new Change.Create(Made.wanted(healthy, 1));
            splunkd.fail(Operation.CREATE, fault, FOR_EVER);

            Optional<ConnectorException> refusal = attempt(tried, create);

            outcome(fault, refusal);
            assertThat(splunkd.count(Operation.CREATE)).isEqualTo(sent(fault));
            splunkd.heal();
            Made.deploy(healthy, List.of(Made.wanted(healthy, 1)));
            complete(healthy, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void updating(Fault fault) {
        try (Connector healthy = connector();
                Connector tried = connector(fault)) {
            Made.deploy(healthy, Made.wanted(healthy, 1, 2));
            RemoteObject seen = healthy.deployed().get(0);
            Change update = new Change.Update(Made.changed(healthy, 1), seen, List.of());
            splunkd.fail(Operation.UPDATE, fault, FOR_EVER);

            Optional<ConnectorException> refusal = attempt(tried, update);

            outcome(fault, refusal);
            assertThat(splunkd.count(Operation.UPDATE)).isEqualTo(sent(fault));
            splunkd.heal();
            Made.deploy(healthy, List.of(Made.changed(healthy, 1)));
            complete(healthy, 2);
            assertThat(healthy.deployed().get(0).fields())
                    .isEqualTo(Made.changed(healthy, 1).fields());
        }
    }

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

            assertThat(splunkd.count(Operation.JOB_START)).isEqualTo(sent(fault));
            assertThat(splunkd.jobs().started().size()).isEqualTo(fault.carriedOut() ? 1 : 0);
            again(healthy);
        }
    }

    @ParameterizedTest
    @EnumSource
    void followingAJob(Fault fault) {
        try (Connector healthy = connector();
                Connector tried = connector(fault)) {
            splunkd.fail(Operation.JOB_READ, fault, FOR_EVER);

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
    void readingResults(Fault fault) {
        try (Connector healthy = connector();
                Connector tried = connector(fault)) {
            splunkd.fail(Operation.RESULTS, fault, FOR_EVER);
            splunkd.fail(Operation.OLD_RESULTS, fault, FOR_EVER);

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

    private static Connector connector() {
        return Connecting.to(splunkd).connector();
    }

    /** Impatient where the fault is that there is no answer for long. */
    private static Connector connector(Fault fault) {
        Connecting connecting = Connecting.to(splunkd);
        return (fault.slow() ? connecting.with("timeout", "PT0.6S") : connecting).connector();
    }

    private static <T> T inTime(Supplier<T> call) {
        return assertTimeoutPreemptively(LONGEST, call::get);
    }

    private static ConnectorException refusal(Supplier<?> call) {
        ConnectorException refusal = catchThrowableOfType(ConnectorException.class, () -> inTime(call));
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal).hasMessageStartingWith("corp: ");
        return refusal;
    }

    private static Optional<ConnectorException> attempt(Connector connector, Change change) {
        return Optional.ofNullable(catchThrowableOfType(
                ConnectorException.class, () -> assertTimeoutPreemptively(LONGEST, () -> connector.apply(change))));
    }

    /** What was carried out counts as done, though its answer was lost; anything else is said. A slow machine may say it too. */
    private static void outcome(Fault fault, Optional<ConnectorException> refusal) {
        if (!fault.carriedOut()) {
            assertThat(refusal).map(ConnectorException::kind).contains(kind(fault));
        } else if (!fault.slow()) {
            assertThat(refusal).isEmpty();
        }
    }

    private static void complete(Connector connector, long writes) {
        assertThat(connector.deployed()).singleElement().satisfies(object -> {
            assertThat(object.marker()).isPresent();
            assertThat(object.edited()).isFalse();
        });
        assertThat(splunkd.searches().names(Connecting.APP)).hasSize(1);
        assertThat(splunkd.searches().writes()).isEqualTo(writes);
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

    /** How often a write goes out: again only where splunkd said that it did not take it. */
    private static long sent(Fault fault) {
        return kind(fault) == Kind.THROTTLED ? 5 : 1;
    }

    private static Kind kind(Fault fault) {
        return switch (fault) {
            case UNAUTHORISED -> Kind.AUTHENTICATION;
            case FORBIDDEN -> Kind.FORBIDDEN;
            case NOT_FOUND -> Kind.NOT_FOUND;
            case TAKEN -> Kind.CONFLICT;
            case BAD_REQUEST -> Kind.REJECTED_QUERY;
            case TOO_MANY_REQUESTS, QUOTA, QUOTA_WITH_RETRY_AFTER -> Kind.THROTTLED;
            case EMPTY_BODY,
                    NO_CONTENT,
                    BROKEN_JSON,
                    JSON_ARRAY,
                    NO_LIST,
                    MESSAGES_INSIDE_200,
                    SIGN_IN_PAGE,
                    XML_WITH_ENTITY,
                    REDIRECT -> Kind.UNEXPECTED_RESPONSE;
            default -> Kind.UNAVAILABLE;
        };
    }
}
