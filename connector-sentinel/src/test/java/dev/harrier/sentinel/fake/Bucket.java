package dev.harrier.sentinel.fake;

/** ARM's token bucket, in real time. */
final class Bucket {
    private final double size;
    private final double perSecond;
    private double tokens;
    private long seen = System.nanoTime();

    Bucket(double size, double perSecond) {
        this.size = size;
        this.perSecond = perSecond;
        this.tokens = size;
    }

    boolean take() {
        long now = System.nanoTime();
        tokens = Math.min(size, tokens + (now - seen) / 1e9 * perSecond);
        seen = now;
        boolean there = tokens >= 1;
        tokens -= there ? 1 : 0;
        return there;
    }
}
