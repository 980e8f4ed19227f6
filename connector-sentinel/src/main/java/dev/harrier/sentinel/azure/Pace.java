package dev.harrier.sentinel.azure;

import java.util.function.LongSupplier;

/**
 * Keeps below ARM's token buckets, so that no call is refused: since 2024 a principal has in each subscription about 200 writes and 250
 * reads at once, and gets 10 and 25 more each second (learn.microsoft.com, "Understand how Azure Resource Manager throttles requests").
 * Thread-safe.
 */
final class Pace {
    /** What others with the same principal may need at the same time. */
    private static final double SHARE = 0.9;

    private final double size;
    private final double perNano;
    private final LongSupplier clock;
    private double tokens;
    private long seen;

    Pace(double size, double perSecond, LongSupplier clock) {
        this.size = size * SHARE;
        this.perNano = perSecond * SHARE / 1e9;
        this.clock = clock;
        this.tokens = this.size;
        this.seen = clock.getAsLong();
    }

    static Pace ofReads() {
        return new Pace(250, 25, System::nanoTime);
    }

    static Pace ofWrites() {
        return new Pace(200, 10, System::nanoTime);
    }

    /** Takes one, and says how many milliseconds to wait before using it. */
    synchronized long take() {
        long now = clock.getAsLong();
        tokens = Math.min(size, tokens + (now - seen) * perNano) - 1;
        seen = now;
        return tokens >= 0 ? 0 : (long) Math.ceil(-tokens / perNano / 1e6);
    }
}
