package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.sentinel.fake.Failure;
import dev.harrier.sentinel.fake.FakeAzure;
import dev.harrier.sentinel.fake.Operation;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every failure at every operation: it ends, it is typed, nothing is doubled, and running again completes. */
@Tag("slow")
class FaultMatrixTest {
    private static final Set<Failure> PASSING = EnumSet.of(Failure.BUSY, Failure.BROKEN, Failure.UNAVAILABLE);
    private static final Hunt HUNT = Samples.hunt("first");
    private static final Hunt CHANGED = Samples.hunt("second");
    private static FakeAzure azure;
    private static Connector patient;

    /** What is done to a workspace that holds the hunt's live rule, or nothing. */
    private enum Step {
        LIST(Operation.LIST),
        RE_READ(Operation.GET),
        CREATE(Operation.PUT),
        UPDATE(Operation.PUT),
        DISABLE(Operation.PUT);

        private final Operation fails;

        Step(Operation fails) {
            this.fails = fails;
        }
    }

    @BeforeAll
    static void start() {
        azure = new FakeAzure();
        patient = Targets.connect(azure, "test");
    }

    @AfterAll
    static void stop() {
        patient.close();
        azure.close();
    }

    @AfterEach
    void reset() {
        azure.reset();
    }

    static Stream<Arguments> deployments() {
        return Stream.of(Step.values()).flatMap(step -> Stream.of(Failure.values())
                .filter(failure -> failure != Failure.ANSWER_LOST || step.fails == Operation.PUT)
                .map(failure -> arguments(step, failure)));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void deploying(Step step, Failure failure) {
        if (step != Step.CREATE) {
            deploy(Samples.live(HUNT));
        }
        Deployment wanted = wanted(step);
        azure.fail(step.fails, failure, Faults.FOR_EVER);
        Optional<Kind> thrown = step == Step.RE_READ ? reRead(failure, wanted) : kind(failure, c -> run(c, wanted));

        if (failure == Failure.ANSWER_LOST) {
            assertThat(thrown).isIn(Optional.empty(), Optional.of(Kind.UNAVAILABLE));
        } else if (step == Step.RE_READ && failure == Failure.NOT_FOUND) {
            assertThat(thrown).contains(Kind.CONFLICT);
        } else {
            assertThat(thrown).contains(Faults.kind(step.fails, failure));
        }
        azure.recover();
        deploy(wanted);
        assertThat(azure.rules().names()).containsExactly(HUNT.id().toString());
        assertThat(azure.rules().problems()).isEmpty();
        assertThat(plan(wanted)).singleElement().isInstanceOf(Change.Keep.class);
    }

    @ParameterizedTest
    @EnumSource(value = Failure.class, mode = EnumSource.Mode.EXCLUDE, names = "ANSWER_LOST")
    void counting(Failure failure) {
        canned();
        azure.fail(Operation.QUERY, failure, Faults.FOR_EVER);

        AtomicReference<HitCount> count = new AtomicReference<>();
        Optional<Kind> thrown = kind(failure, c -> count.set(c.count(Samples.shadow(HUNT), Samples.WINDOW)));

        if (Faults.ANSWERS.contains(failure)) {
            assertThat(count.get()).isInstanceOf(HitCount.Unanswered.class);
        } else {
            assertThat(thrown).contains(Faults.kind(Operation.QUERY, failure));
        }
        azure.recover();
        assertThat(patient.count(Samples.shadow(HUNT), Samples.WINDOW)).isInstanceOf(HitCount.Counted.class);
    }

    @ParameterizedTest
    @EnumSource(value = Failure.class, mode = EnumSource.Mode.EXCLUDE, names = "ANSWER_LOST")
    void coverageIsNeverGuessed(Failure failure) {
        azure.fail(Operation.QUERY, failure, Faults.FOR_EVER);

        assertThat(kind(failure, c -> c.coverage(EventKind.PROCESS_CREATION, Samples.WINDOW)))
                .isPresent();
    }

    static Stream<Failure> logIns() {
        return Stream.of(Failure.values()).filter(failure -> failure != Failure.ANSWER_LOST);
    }

    @ParameterizedTest
    @MethodSource("logIns")
    void loggingIn(Failure failure) {
        canned();
        azure.fail(Operation.TOKEN, failure, Faults.FOR_EVER);

        try (Connector connector = Targets.connect(settings(failure))) {
            Optional<Kind> toDeploy = kind(connector, Connector::deployed);
            Optional<Kind> toCount = kind(connector, c -> c.count(Samples.shadow(HUNT), Samples.WINDOW));

            assertThat(toDeploy).contains(Faults.kind(Operation.TOKEN, failure));
            assertThat(toCount).contains(Faults.kind(Operation.TOKEN, failure));
            assertThat(azure.requests(Operation.LIST) + azure.requests(Operation.QUERY))
                    .isZero();
            azure.recover();
            assertThat(connector.deployed()).isEmpty();
            assertThat(connector.count(Samples.shadow(HUNT), Samples.WINDOW)).isInstanceOf(HitCount.Counted.class);
        }
    }

    static Stream<Arguments> passing() {
        return Stream.of(Operation.TOKEN, Operation.LIST, Operation.GET, Operation.PUT, Operation.QUERY)
                .flatMap(operation -> PASSING.stream().map(failure -> arguments(operation, failure)));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesIsWaitedFor(Operation operation, Failure failure) {
        canned();
        azure.fail(operation, failure, 2);

        try (Connector connector = Targets.connect(azure, "test")) {
            run(connector, Samples.live(HUNT));
            assertThat(azure.rules().writes()).isOne();
            assertThat(connector.count(Samples.shadow(HUNT), Samples.WINDOW)).isInstanceOf(HitCount.Counted.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"TOKEN", "LIST", "QUERY"})
    void nobodyIsAskedAgainBeforeTheTimeThatHeNames(Operation operation) {
        azure.fail(operation, Failure.BUSY_FOR_LONG, Faults.FOR_EVER);

        try (Connector connector = Targets.connect(azure, "test")) {
            if (operation == Operation.QUERY) {
                connector.count(Samples.shadow(HUNT), Samples.WINDOW);
            } else {
                assertThat(kind(connector, Connector::deployed)).contains(Kind.THROTTLED);
            }
        }

        assertThat(azure.requests(operation)).isOne();
    }

    private static Deployment wanted(Step step) {
        return switch (step) {
            case UPDATE, RE_READ -> Samples.live(CHANGED);
            case DISABLE -> Samples.shadow(HUNT);
            default -> Samples.live(HUNT);
        };
    }

    private static SentinelSettings settings(Failure failure) {
        return Faults.settings(azure, failure, RulePolicy.USUAL);
    }

    private static void canned() {
        azure.queries().answer(Samples.counting(HUNT), Hits.NONE);
        azure.queries().answer(Samples.coverage(), new Hits(7, 1, 0, 1, Optional.empty(), Optional.empty()));
    }

    /** With a connector of its own where its timeout matters. */
    private static Optional<Kind> kind(Failure failure, Consumer<Connector> step) {
        if (failure != Failure.SLOW) {
            return kind(patient, step);
        }
        try (Connector connector = Targets.connect(settings(failure))) {
            return kind(connector, step);
        }
    }

    private static Optional<Kind> kind(Connector connector, Consumer<Connector> step) {
        return Faults.thrown(connector, step);
    }

    /** A plan of somebody else's, carried out by one who hasn't seen anything: what is there must be looked at again. */
    private static Optional<Kind> reRead(Failure failure, Deployment wanted) {
        List<Change> changes = Plan.between("test", List.of(patient.describe(wanted)), patient.deployed(), false)
                .writes();
        try (Connector other = Targets.connect(settings(failure))) {
            return kind(other, connector -> changes.forEach(connector::apply));
        }
    }

    private static void run(Connector connector, Deployment wanted) {
        List<RemoteObject> there = connector.deployed();
        Plan.between("test", List.of(connector.describe(wanted)), there, false)
                .writes()
                .forEach(connector::apply);
    }

    private static void deploy(Deployment wanted) {
        run(patient, wanted);
    }

    private static List<Change> plan(Deployment wanted) {
        return Plan.between("test", List.of(patient.describe(wanted)), patient.deployed(), false)
                .changes();
    }
}
