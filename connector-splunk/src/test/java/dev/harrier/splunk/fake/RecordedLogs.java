package dev.harrier.splunk.fake;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that is logged, at every level, by {@code java.util.logging} and SLF4J, but for what the fake itself logs. */
public final class RecordedLogs implements AutoCloseable {
    private static final ConcurrentLinkedQueue<String> LINES = new ConcurrentLinkedQueue<>();

    private final Logger root = LogManager.getLogManager().getLogger("");
    private final Level before = root.getLevel();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            RecordedLogs.add(line.getLoggerName() + " " + line.getMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Starts recording. */
    public RecordedLogs() {
        LINES.clear();
        handler.setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(handler);
    }

    static void add(String line) {
        LINES.add(line);
    }

    /** What was logged since. */
    public String text() {
        return String.join("\n", LINES);
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        root.setLevel(before);
    }
}
