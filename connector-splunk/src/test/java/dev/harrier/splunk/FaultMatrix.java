package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.Fault;
import dev.harrier.splunk.fake.JobEnd;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Every fault on every operation: it ends in time, says what it is, doubles nothing, and the next run completes the work. */
abstract class FaultMatrix {
    static final int FOR_EVER = 1_000_000;
    static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Map<String, String> ROW = Map.of(
            "hits", "3", "hosts", "2", "users", "1", "days", "1", "firstSeen", "1793491200", "lastSeen", "1793491300");
    static FakeSplunkd splunkd;

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

    static Connector connector() {
        return Connecting.to(splunkd).connector();
    }

    /** Impatient where the fault is that there is no answer for long. */
    static Connector connector(Fault fault) {
        Connecting connecting = Connecting.to(splunkd);
        return (fault.slow() ? connecting.with("timeout", "PT0.6S") : connecting).connector();
    }

    static <T> T inTime(Supplier<T> call) {
        return assertTimeoutPreemptively(LONGEST, call::get);
    }

    static ConnectorException refusal(Supplier<?> call) {
        ConnectorException refusal = catchThrowableOfType(ConnectorException.class, () -> inTime(call));
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal).hasMessageStartingWith("corp: ");
        return refusal;
    }

    /** How often a write goes out: again only where splunkd said that it did not take it. */
    static long sent(Fault fault) {
        return kind(fault) == Kind.THROTTLED ? 5 : 1;
    }

    static Kind kind(Fault fault) {
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
