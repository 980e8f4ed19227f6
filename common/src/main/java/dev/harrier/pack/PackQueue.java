package dev.harrier.pack;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.HuntPack;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/**
 * Writes packs while the next ones are made: one after another in the order given, at most two behind. What is told of them is told on
 * the caller's thread in that order, so that no run's output differs from another's. Not thread-safe.
 */
public final class PackQueue implements AutoCloseable {
    private static final int MOST_BEHIND = 2;

    private record Begun(HuntPack pack, Future<Path> written) {}

    private final PackFolder folder;
    private final BiConsumer<HuntPack, Path> told;
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final Deque<Begun> begun = new ArrayDeque<>();

    /**
     * A queue before a place for packs.
     *
     * @param told of each pack once it is written, with its folder
     */
    public PackQueue(PackFolder folder, BiConsumer<HuntPack, Path> told) {
        this.folder = requireNonNull(folder, "folder is null");
        this.told = requireNonNull(told, "told is null");
    }

    /**
     * Hands a pack over.
     *
     * @throws PackException if an earlier one could not be written; later ones are not begun then
     * @throws CancellationException if the caller is interrupted
     */
    public void write(HuntPack pack) {
        if (begun.size() >= MOST_BEHIND) {
            finish();
        }
        begun.add(new Begun(pack, writer.submit(() -> folder.write(pack))));
    }

    /** Waits for what is handed over; throws as {@link #write}. */
    @Override
    public void close() {
        try {
            while (!begun.isEmpty()) {
                finish();
            }
        } finally {
            writer.shutdownNow();
        }
    }

    private void finish() {
        Begun first = begun.remove();
        try {
            told.accept(first.pack, first.written.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(new CancellationException("interrupted"));
        } catch (ExecutionException e) {
            throw stopped(e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause()));
        }
    }

    private RuntimeException stopped(RuntimeException why) {
        begun.clear();
        writer.shutdownNow();
        return why;
    }
}
