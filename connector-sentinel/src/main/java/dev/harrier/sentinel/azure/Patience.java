package dev.harrier.sentinel.azure;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long we put up with a busy service.
 *
 * @param attempts at one request in all
 * @param first pause when the service names none; each further one is twice as long
 * @param longest pause that we grant; who asks for more gets no further attempt
 * @param grace for a query's answer, on top of the time that the service may take
 */
public record Patience(int attempts, Duration first, Duration longest, Duration grace) {
    /** For real services. */
    public static final Patience USUAL =
            new Patience(4, Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofSeconds(15));

    private static final int MANY_DOUBLINGS = 10;

    /** Whether a status says that the same request may succeed later. 504 doesn't: the next try would be as slow. */
    static boolean busy(int status) {
        return status == 408 || status == 429 || status == 500 || status == 502 || status == 503;
    }

    /** Whether a further attempt is due after {@code attempt} of them, given the service's {@code Retry-After}, or empty text. */
    boolean lasts(int attempt, String retryAfter) {
        return attempt < attempts && pause(attempt, retryAfter).compareTo(longest) <= 0;
    }

    /** The pause after an attempt, counted from one. A date in {@code Retry-After} is taken for no wish. */
    Duration pause(int attempt, String retryAfter) {
        if (retryAfter.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(retryAfter));
        }
        long most = first.toMillis() << Math.min(attempt, MANY_DOUBLINGS);
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    void rest(int attempt, String retryAfter) {
        sleep(pause(attempt, retryAfter).toMillis());
    }

    /** Waits for a turn, as long as is needed. */
    void await(long millis) {
        if (millis > 0) {
            sleep(millis);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
