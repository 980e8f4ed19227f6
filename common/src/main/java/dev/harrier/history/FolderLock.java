package dev.harrier.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One process at a time in a folder. The operating system lets go of the lock when its process dies, however it dies, so there is no
 * stale one.
 */
public final class FolderLock implements AutoCloseable {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock.
     *
     * @param folder made if it isn't there
     * @param name of the lock's file
     * @param patience how long to wait for another process
     * @throws HistoryException with the holder's process number, if it is still held then
     */
    public static FolderLock take(Path folder, String name, Duration patience) {
        Path file = folder.resolve(name);
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            while (!held(channel)) {
                if (System.nanoTime() - deadline > 0) {
                    String holder = Files.readString(file, UTF_8).strip();
                    channel.close();
                    throw new HistoryException(file + " is held by another run"
                            + (holder.isEmpty() ? "" : " (process " + holder + ")") + "; wait for it or stop it");
                }
                LockSupport.parkNanos(PAUSE);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)), 0);
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new HistoryException("cannot lock " + file + ": " + e, e);
        }
    }

    private static boolean held(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new HistoryException("cannot unlock: " + e, e);
        }
    }
}
