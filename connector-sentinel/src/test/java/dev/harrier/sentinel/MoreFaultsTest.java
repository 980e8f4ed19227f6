package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.harrier.connector.Check;
import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.Entity;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.measure.EntityCount;
import dev.harrier.measure.HitCount;
import dev.harrier.sentinel.fake.Failure;
import dev.harrier.sentinel.fake.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same as {@link FaultMatrixTest} for hunting queries, deletion, days, other numbers, the site's own rules and the doctor. */
@Tag("slow")
class MoreFaultsTest extends WithFakeAzure {
    private static final Hunt HUNT = Samples.hunt("first");
    private static final Deployment LIVE = Samples.live(HUNT);
    private static final Deployment LOW = Samples.live(Samples.unsure(HUNT));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    /** What only reads, of which the answer is an exception. */
    private enum Reading {
        EXISTING(Operation.LIST, Connector::existing),
        SEARCHES(Operation.LIST_SEARCHES, Connector::deployed),
        DAYS_OF_TELEMETRY(Operation.QUERY, c -> c.dailyCoverage(EventKind.PROCESS_CREATION, DAY, DAY.plusDays(3))),
        RUNS(Operation.QUERY, c -> c.scheduledRuns(List.of(HUNT), Samples.WINDOW)),
        ALERTS(Operation.QUERY, c -> c.raisedAlerts(List.of(HUNT), Samples.WINDOW)),
        PARSED(Operation.QUERY, c -> c.parsed(Samples.text(HUNT)));

        private final Operation fails;
        private final Consumer<Connector> step;

        Reading(Operation fails, Consumer<Connector> step) {
            this.fails = fails;
            this.step = step;
        }
    }

    private static Stream<Failure> failures() {
        return Stream.of(Failure.values()).filter(failure -> failure != Failure.ANSWER_LOST);
    }

    static Stream<Arguments> readings() {
        return Stream.of(Reading.values()).flatMap(reading -> failures()
                // Who asks whether a query is refused has his answer.
                .filter(failure -> reading != Reading.PARSED || failure != Failure.BAD_REQUEST)
                .map(each -> arguments(reading, each)));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void whatIsReadIsNeverGuessed(Reading reading, Failure failure) {
        azure.fail(reading.fails, failure, Faults.FOR_EVER);
        try (Connector connector = connect(failure)) {
            Optional<Kind> thrown = Faults.thrown(connector, reading.step);

            if (reading.fails == Operation.QUERY && Faults.ANSWERS.contains(failure)) {
                assertThat(thrown).isIn(Optional.of(Kind.UNAVAILABLE), Optional.of(Kind.REJECTED_QUERY));
            } else {
                assertThat(thrown).contains(Faults.kind(reading.fails, failure));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void daysThatCannotBeCountedAreAllUnanswered(Failure failure) {
        azure.fail(Operation.QUERY, failure, Faults.FOR_EVER);
        try (Connector connector = connect(failure)) {
            List<HitCount> days = new ArrayList<>();
            Optional<Kind> thrown = Faults.thrown(
                    connector,
                    c -> days.addAll(
                            c.daily(Samples.shadow(HUNT), DAY, DAY.plusDays(3)).values()));

            if (Faults.ANSWERS.contains(failure)) {
                assertThat(days).hasSize(3).hasOnlyElementsOfType(HitCount.Unanswered.class);
            } else {
                assertThat(thrown).contains(Faults.kind(Operation.QUERY, failure));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void nobodyIsNamedAndNothingIsReadByAFailure(Failure failure) {
        azure.fail(Operation.QUERY, failure, Faults.FOR_EVER);
        try (Connector connector = connect(failure)) {
            List<EntityCount> named = new ArrayList<>();
            Optional<Kind> thrown = Faults.thrown(
                    connector, c -> named.addAll(c.top(Samples.shadow(HUNT), Entity.HOST, Samples.WINDOW, 5)));

            assertThat(named).isEmpty();
            assertThat(connector.scannedBytes()).isEmpty();
            assertThat(connector.scannedByHunt()).isEmpty();
            if (!Faults.ANSWERS.contains(failure)) {
                assertThat(thrown).contains(Faults.kind(Operation.QUERY, failure));
            }
        }
    }

    private static Stream<Arguments> switches() {
        return Stream.of(Operation.GET, Operation.PUT)
                .flatMap(operation -> Stream.of(Failure.values()).map(failure -> arguments(operation, failure)));
    }

    /** Promotion, demotion and switching off: it is done or it isn't, and the next run finishes it. */
    @ParameterizedTest
    @MethodSource("switches")
    void aRuleThatIsPromotedIsInOneOfTwoStates(Operation operation, Failure failure) {
        Change promotion;
        try (Connector connector = connect(Failure.BUSY)) {
            deploy(connector, Samples.shadow(HUNT));
            promotion = plan(connector, LIVE).writes().get(0);
        }
        azure.fail(operation, failure, Faults.FOR_EVER);
        try (Connector connector = connect(failure)) {
            Optional<Kind> thrown = Faults.thrown(connector, c -> c.apply(promotion));
            assertThat(thrown.isPresent() || failure == Failure.ANSWER_LOST)
                    .as("it says so")
                    .isTrue();
        }
        azure.recover();
        try (Connector connector = connect(Failure.BUSY)) {
            deploy(connector, LIVE);
            assertThat(azure.rules().names()).hasSize(1);
            assertThat(plan(connector, LIVE).changes()).singleElement().isInstanceOf(Change.Keep.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void aHuntingQueryIsThereOnceWhateverHappens(Failure failure) {
        azure.fail(Operation.PUT_SEARCH, failure, Faults.FOR_EVER);
        try (Connector connector = connect(failure)) {
            Optional<Kind> thrown = Faults.thrown(connector, c -> deploy(c, LOW));

            if (failure == Failure.ANSWER_LOST) {
                assertThat(thrown).isIn(Optional.empty(), Optional.of(Kind.UNAVAILABLE));
            } else {
                assertThat(thrown).contains(Faults.kind(Operation.PUT_SEARCH, failure));
            }
        }
        azure.recover();
        try (Connector connector = connect(Failure.BUSY)) {
            deploy(connector, LOW);
            assertThat(azure.searches().names()).containsExactly("hunting-" + HUNT.id());
            assertThat(plan(connector, LOW).changes()).singleElement().isInstanceOf(Change.Keep.class);
        }
    }

    private static Stream<Arguments> deletions() {
        return Stream.of(Operation.GET, Operation.DELETE, Operation.GET_SEARCH, Operation.PUT_SEARCH)
                .flatMap(operation -> failures()
                        // Who isn't there needs no deletion.
                        .filter(failure -> failure != Failure.NOT_FOUND)
                        .map(failure -> arguments(operation, failure)));
    }

    @ParameterizedTest
    @MethodSource("deletions")
    void aRuleIsDeletedWholeAndRememberedOrStillThere(Operation operation, Failure failure) {
        RemoteObject there;
        try (Connector connector = connect(Failure.BUSY)) {
            deploy(connector, LIVE);
            there = connector.deployed().get(0);
        }
        azure.fail(operation, failure, Faults.FOR_EVER);
        try (Connector connector = connect(failure)) {
            assertThat(Faults.thrown(connector, c -> c.apply(new Change.Disable(there, "expired"))))
                    .contains(Faults.kind(operation, failure));
            assertThat(azure.rules().names()).hasSize(1);
        }
        azure.recover();
        try (Connector connector = connect(Failure.BUSY)) {
            connector.apply(new Change.Disable(connector.deployed().get(0), "expired"));
            assertThat(azure.rules().names()).isEmpty();
            assertThat(azure.searches().names()).containsExactly("harrier-deleted-test");
        }
    }

    private static Stream<Arguments> visits() {
        Set<Operation> asked = EnumSet.of(
                Operation.TOKEN,
                Operation.WORKSPACE,
                Operation.ONBOARDING,
                Operation.PERMISSIONS,
                Operation.LIST,
                Operation.GET_SEARCH,
                Operation.QUERY,
                Operation.METADATA);
        return asked.stream().flatMap(operation -> failures().map(failure -> arguments(operation, failure)));
    }

    @ParameterizedTest
    @MethodSource("visits")
    void theDoctorNeverThrowsAndSaysTheWayOut(Operation operation, Failure failure) {
        azure.fail(operation, failure, Faults.FOR_EVER);
        try (Connector connector = connect(failure)) {
            List<Check> checks = connector.doctor();

            assertThat(checks)
                    .as(operation + " " + failure)
                    .isNotEmpty()
                    .allMatch(check ->
                            check.state() == Check.State.OK || !check.wayOut().isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whoMayNotSeeTheTablesDeploysAllTheSame(Failure failure) {
        azure.fail(Operation.METADATA, failure, Faults.FOR_EVER);
        try (Connector connector = connect(failure)) {
            deploy(connector, LIVE);
            assertThat(azure.rules().names()).hasSize(1);
        }
    }

    private static Connector connect(Failure failure) {
        return Targets.connect(Faults.settings(azure, failure, Samples.DELETING));
    }

    private static Plan plan(Connector connector, Deployment wanted) {
        List<RemoteObject> there = connector.deployed();
        connector.expect(List.of(wanted));
        List<WantedObject> objects = List.of(connector.describe(wanted));
        return Plan.between("test", objects, there, false);
    }

    private static void deploy(Connector connector, Deployment wanted) {
        plan(connector, wanted).writes().forEach(connector::apply);
    }
}
