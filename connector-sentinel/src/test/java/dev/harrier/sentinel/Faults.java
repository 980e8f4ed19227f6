package dev.harrier.sentinel;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.sentinel.fake.Failure;
import dev.harrier.sentinel.fake.FakeAzure;
import dev.harrier.sentinel.fake.Operation;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What each failure is to be told as. */
final class Faults {
    static final int FOR_EVER = 1_000;

    /** What the query API may do to one query, without anything being wrong with the target. */
    static final Set<Failure> ANSWERS = EnumSet.of(
            Failure.BUSY,
            Failure.BUSY_FOR_LONG,
            Failure.BUSY_UNTIL_A_DATE,
            Failure.BROKEN,
            Failure.BAD_GATEWAY,
            Failure.BAD_REQUEST,
            Failure.TIMED_OUT,
            Failure.UNAVAILABLE,
            Failure.OUT_OF_TIME,
            Failure.SLOW);

    private static final Map<Failure, Kind> KINDS = Map.ofEntries(
            Map.entry(Failure.UNAUTHORISED, Kind.AUTHENTICATION),
            Map.entry(Failure.FORBIDDEN, Kind.FORBIDDEN),
            Map.entry(Failure.NOT_FOUND, Kind.NOT_FOUND),
            Map.entry(Failure.BUSY, Kind.THROTTLED),
            Map.entry(Failure.BUSY_FOR_LONG, Kind.THROTTLED),
            Map.entry(Failure.BUSY_UNTIL_A_DATE, Kind.THROTTLED),
            Map.entry(Failure.BROKEN, Kind.UNAVAILABLE),
            Map.entry(Failure.BAD_GATEWAY, Kind.UNAVAILABLE),
            Map.entry(Failure.UNAVAILABLE, Kind.UNAVAILABLE),
            Map.entry(Failure.OUT_OF_TIME, Kind.UNAVAILABLE),
            Map.entry(Failure.TIMED_OUT, Kind.UNAVAILABLE),
            Map.entry(Failure.PROXY_LOGIN, Kind.UNAVAILABLE),
            Map.entry(Failure.PRECONDITION, Kind.CONFLICT),
            Map.entry(Failure.TOO_LARGE, Kind.UNEXPECTED_RESPONSE),
            Map.entry(Failure.REDIRECT, Kind.UNEXPECTED_RESPONSE),
            Map.entry(Failure.HTML, Kind.UNEXPECTED_RESPONSE),
            Map.entry(Failure.CUT_OFF, Kind.UNEXPECTED_RESPONSE),
            Map.entry(Failure.NO_BODY, Kind.UNEXPECTED_RESPONSE),
            Map.entry(Failure.NULL, Kind.UNEXPECTED_RESPONSE),
            Map.entry(Failure.ARRAY, Kind.UNEXPECTED_RESPONSE),
            Map.entry(Failure.DEEP, Kind.UNEXPECTED_RESPONSE),
            Map.entry(Failure.EMPTY, Kind.UNAVAILABLE),
            Map.entry(Failure.RESET, Kind.UNAVAILABLE),
            Map.entry(Failure.GARBAGE, Kind.UNAVAILABLE),
            Map.entry(Failure.SLOW, Kind.UNAVAILABLE));

    private Faults() {}

    static Kind kind(Operation operation, Failure failure) {
        boolean write = operation.name().startsWith("PUT") || operation.name().startsWith("DELETE");
        if (operation == Operation.TOKEN) {
            return logIn(failure);
        }
        if (operation == Operation.QUERY && failure == Failure.PRECONDITION) {
            return Kind.UNEXPECTED_RESPONSE;
        }
        if (failure == Failure.BAD_REQUEST) {
            return write ? Kind.REJECTED_QUERY : Kind.CONFIGURATION;
        }
        return KINDS.get(failure);
    }

    private static Kind logIn(Failure failure) {
        return switch (failure) {
            case UNAUTHORISED, FORBIDDEN, NOT_FOUND, REDIRECT, BAD_REQUEST, PRECONDITION, TOO_LARGE ->
                Kind.AUTHENTICATION;
            default -> KINDS.get(failure);
        };
    }

    /** A second for what is to time out; on anything else a busy machine may take its time. */
    static SentinelSettings settings(FakeAzure azure, Failure failure, RulePolicy policy) {
        SentinelSettings usual = Targets.settings(azure, policy);
        return failure == Failure.SLOW ? Targets.within(usual, Duration.ofSeconds(1)) : usual;
    }

    static Optional<Kind> thrown(Connector connector, Consumer<Connector> step) {
        try {
            step.accept(connector);
            return Optional.empty();
        } catch (ConnectorException e) {
            return Optional.of(e.kind());
        }
    }
}
