package dev.harrier.watch;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {
    /** Returns when the time has passed, or earlier when the thread is interrupted, which it then still is. */
    void sleep(Duration time);
}
