package dev.harrier.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same to many things, several at once. */
public final class InParallel {
    private InParallel() {}

    /**
     * What comes of each thing, in their order. The work ends by deadlines of its own.
     *
     * @param most how many at once; one does it on the caller's thread
     * @throws CancellationException if the caller is interrupted; what runs is interrupted, the rest isn't begun
     */
    public static <A, B> List<B> map(List<A> things, int most, Function<A, B> work) {
        if (most <= 1 || things.size() <= 1) {
            return things.stream().map(work).toList();
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(most, things.size()));
        try {
            List<Future<B>> begun = new ArrayList<>();
            things.forEach(thing -> begun.add(pool.submit(() -> work.apply(thing))));
            return begun.stream().map(InParallel::outcome).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static <B> B outcome(Future<B> begun) {
        try {
            return begun.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        }
    }
}
