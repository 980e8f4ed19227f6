package dev.harrier.splunk.sdk;

import java.util.concurrent.ThreadLocalRandom;

/** Waits a little longer each time, with jitter, five seconds at most. */
final class Backoff {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 5_000;

    private Backoff() {}

    static void pause(int attempt) {
        long most = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, 10));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
