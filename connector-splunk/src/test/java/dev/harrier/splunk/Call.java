package dev.harrier.splunk;

import dev.harrier.connector.Check;
import dev.harrier.connector.Connector;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.HitCount;
import dev.harrier.splunk.fake.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a connector can be asked beside listing, creating, updating and counting, and the request that a fault befalls. */
enum Call {
    DAILY(Operation.JOB_START, Call::daily, Call::answersNoDay),
    DAILY_FOLLOWED(Operation.JOB_READ, Call::daily, Call::answersNoDay),
    DAILY_RESULTS(Operation.RESULTS, Call::daily, Call::answersNoDay),
    DAILY_COVERAGE(Operation.JOB_START, Call::dailyCoverage, answer -> false),
    COVERAGE(
            Operation.JOB_START,
            connector -> connector.coverage(EventKind.PROCESS_CREATION, Made.WINDOW),
            answer -> false),
    SOURCES(
            Operation.RESULTS,
            connector -> connector.sources(EventKind.PROCESS_CREATION, Made.WINDOW),
            answer -> false),
    SCHEDULED_RUNS(
            Operation.JOB_START,
            connector -> connector.scheduledRuns(List.of(Made.hunt(1, "x")), Made.WINDOW),
            answer -> false),
    RAISED_ALERTS(
            Operation.JOB_READ,
            connector -> connector.raisedAlerts(List.of(Made.hunt(1, "x")), Made.WINDOW),
            answer -> false),
    ENTERPRISE_SECURITY(
            Operation.APP,
            connector -> connector.raisedAlerts(List.of(Made.hunt(1, "x")), Made.WINDOW),
            Map.of()::equals),
    EXISTING(Operation.LIST, Connector::existing, answer -> false),
    DISABLE(Operation.UPDATE, Call::disable, answer -> false),
    DISABLE_READING(Operation.READ, Call::disable, answer -> false),
    SHARE(Operation.ACL, Call::share, answer -> false),
    LOG_IN(Operation.LOGIN, Connector::deployed, answer -> false),
    DOCTOR(Operation.SERVER_INFO, Connector::doctor, Call::findsIt),
    DOCTOR_MODELS(Operation.MODELS, Connector::doctor, Call::findsIt),
    DOCTOR_SAMPLES(Operation.JOB_START, Connector::doctor, Call::findsIt);

    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final LocalDate END = LocalDate.parse("2026-11-03");

    private final Operation befallen;
    private final Function<Connector, Object> asked;
    private final Predicate<Object> saysIt;

    Call(Operation befallen, Function<Connector, Object> asked, Predicate<Object> saysIt) {
        this.befallen = befallen;
        this.asked = asked;
        this.saysIt = saysIt;
    }

    Operation befallen() {
        return befallen;
    }

    /** Writes go out as they went before; a second time they change nothing. */
    Object on(Connector connector) {
        return asked.apply(connector);
    }

    /** Whether an answer, where it is no exception, tells that something went wrong. */
    boolean saysSo(Object answer) {
        return saysIt.test(answer);
    }

    private static Object daily(Connector connector) {
        return connector.daily(Made.deployment(1), FIRST, END);
    }

    private static Object dailyCoverage(Connector connector) {
        return connector.dailyCoverage(EventKind.PROCESS_CREATION, FIRST, END);
    }

    private static boolean answersNoDay(Object days) {
        return ((Map<?, ?>) days).values().stream().allMatch(HitCount.Unanswered.class::isInstance);
    }

    private static Object disable(Connector connector) {
        RemoteObject there = connector.deployed().get(0);
        connector.apply(new Change.Disable(there, "retired"));
        return there.name();
    }

    private static Object share(Connector connector) {
        connector.apply(new Change.Create(Made.wanted(connector, 1)));
        return "shared";
    }

    private static boolean findsIt(Object checks) {
        return ((List<?>) checks).stream().map(Check.class::cast).anyMatch(check -> check.state() != Check.State.OK);
    }
}
