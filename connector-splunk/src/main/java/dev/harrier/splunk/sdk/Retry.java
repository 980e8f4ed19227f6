package dev.harrier.splunk.sdk;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** Asks again when splunkd is busy: a little later each time, with jitter, never before it asked us to, within one request's deadline. */
final class Retry {
    private static final int ATTEMPTS = 5;
    private static final long FIRST_MILLIS = 100;

    private final Waiting waiting;
    private final Duration deadline;

    Retry(Waiting waiting, Duration deadline) {
        this.waiting = waiting;
        this.deadline = deadline;
    }

    /** Calls, each time with a new exchange, until it works or fails in another way than these. */
    <T> T on(Set<Kind> passing, Function<Exchange, T> call) {
        long start = waiting.nanos();
        for (int attempt = 1; ; attempt++) {
            Exchange exchange = new Exchange();
            try {
                return call.apply(exchange);
            } catch (ConnectorException e) {
                long pause = Math.max(jittered(attempt), exchange.retryAfterMillis());
                boolean inTime = waiting.nanos() - start + pause * 1_000_000 < deadline.toNanos();
                if (!passing.contains(e.kind()) || attempt == ATTEMPTS || !inTime) {
                    throw e;
                }
                waiting.millis(pause);
            }
        }
    }

    private static long jittered(int attempt) {
        long most = FIRST_MILLIS << attempt;
        return ThreadLocalRandom.current().nextLong(most / 2, most + 1);
    }
}
