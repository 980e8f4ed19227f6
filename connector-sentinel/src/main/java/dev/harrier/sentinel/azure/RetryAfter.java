package dev.harrier.sentinel.azure;

import java.util.concurrent.ThreadLocalRandom;

/** Waits as long as the service asks, thirty seconds at most; without a wish a little longer each time, with jitter. */
final class RetryAfter {
    private static final long LONGEST_MILLIS = 30_000;

    private RetryAfter() {}

    static void pause(String header, int attempt) {
        long millis = header.matches("\\d{1,4}")
                ? Long.parseLong(header) * 1000
                : ThreadLocalRandom.current().nextLong(100L << attempt, 200L << attempt);
        try {
            Thread.sleep(Math.min(millis, LONGEST_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
