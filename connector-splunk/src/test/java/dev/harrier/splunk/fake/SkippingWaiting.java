package dev.harrier.splunk.fake;

import dev.harrier.splunk.sdk.Waiting;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's clock, but whoever waits only puts it forward. */
public final class SkippingWaiting implements Waiting {
    private final AtomicLong skipped = new AtomicLong();

    @Override
    public long nanos() {
        return System.nanoTime() + skipped.get();
    }

    @Override
    public void millis(long millis) {
        skipped.addAndGet(millis * 1_000_000);
    }

    /** How long was waited in all. */
    public long skippedMillis() {
        return skipped.get() / 1_000_000;
    }
}
