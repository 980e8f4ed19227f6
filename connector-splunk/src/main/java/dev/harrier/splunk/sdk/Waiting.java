package dev.harrier.splunk.sdk;

import java.util.concurrent.TimeUnit;

/** How time passes while we wait: really, or only on a test's own clock. Thread-safe. */
public interface Waiting {
    /** The machine's clock, and a thread that sleeps. */
    Waiting REALLY = new Waiting() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void millis(long millis) {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    };

    /** Nanoseconds since some moment; only differences mean anything. */
    long nanos();

    /** Waits. An interrupted thread comes back at once and keeps its interruption for whoever asks next. */
    void millis(long millis);
}
