package dev.harrier.lab;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads chunks with several threads, and hands on what they gave in the chunks' order. For one caller. */
final class ChunkReaders implements AutoCloseable {
    /** Chunks per thread that are read before they are taken, so that reading goes on while a block waits for its lane. */
    private static final int AHEAD = 4;

    private final EventFormat format;
    private final String name;
    private final int ahead;
    private final ExecutorService threads;
    private final Deque<Future<RowBatch>> pending = new ArrayDeque<>();
    private final Queue<ChunkReader> idle = new ConcurrentLinkedQueue<>();

    ChunkReaders(EventFormat format, String name, int threads) {
        this.format = format;
        this.name = name;
        this.ahead = threads * AHEAD;
        this.threads = Executors.newFixedThreadPool(threads, ChunkReaders::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "harrier-lab-load");
        thread.setDaemon(true);
        return thread;
    }

    /** Reads all of them; whole records before a failure are handed on before it is thrown. */
    void read(Chunks chunks, Taker taker) throws IOException, SQLException {
        try {
            for (Optional<Chunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
                submit(chunk.get());
                handOn(chunks.ended() ? 0 : ahead, taker);
            }
        } catch (Chunks.BrokenOff e) {
            submit(e.before());
            handOn(0, taker);
            throw new IOException(e.getMessage(), e);
        }
    }

    private void submit(Chunk chunk) {
        pending.add(threads.submit(() -> read(chunk)));
    }

    /** With a reader that has read before, if one is free: it knows the records' names. After a huge record it is too large to keep. */
    private RowBatch read(Chunk chunk) {
        ChunkReader free = idle.poll();
        ChunkReader reader = free == null ? new ChunkReader(format, name) : free;
        RowBatch batch = reader.read(chunk);
        if (chunk.length() <= Chunks.SIZE) {
            idle.add(reader);
        }
        return batch;
    }

    private void handOn(int remaining, Taker taker) throws IOException, SQLException {
        while (pending.size() > remaining) {
            taker.take(result(pending.remove()));
        }
    }

    private static RowBatch result(Future<RowBatch> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading a chunk failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Takes batches, in order. */
    interface Taker {
        void take(RowBatch batch) throws SQLException, IOException;
    }
}
