package dev.harrier.sentinel.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** Keeps whatever our own code and the Azure libraries log, at every level, and throws away what the fake's server logs. */
public final class CapturedLogs implements SLF4JServiceProvider {
    private static final List<String> LINES = new CopyOnWriteArrayList<>();
    private static final List<String> KEPT = List.of("com.azure", "com.microsoft", "dev.harrier", "okhttp3", "reactor");
    private static volatile boolean listening;

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter contexts = new NOPMDCAdapter();

    /** Starts anew. */
    public static void listen() {
        LINES.clear();
        listening = true;
    }

    /** Stops, and gives what was logged since {@link #listen}. */
    public static List<String> heard() {
        listening = false;
        return List.copyOf(LINES);
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Capture::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return contexts;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    private static final class Capture extends AbstractLogger {
        private static final long serialVersionUID = 1L;

        Capture(String name) {
            this.name = name;
        }

        private boolean on() {
            return listening && KEPT.stream().anyMatch(name::startsWith);
        }

        @Override
        public boolean isTraceEnabled() {
            return on();
        }

        @Override
        public boolean isTraceEnabled(Marker marker) {
            return on();
        }

        @Override
        public boolean isDebugEnabled() {
            return on();
        }

        @Override
        public boolean isDebugEnabled(Marker marker) {
            return on();
        }

        @Override
        public boolean isInfoEnabled() {
            return on();
        }

        @Override
        public boolean isInfoEnabled(Marker marker) {
            return on();
        }

        @Override
        public boolean isWarnEnabled() {
            return on();
        }

        @Override
        public boolean isWarnEnabled(Marker marker) {
            return on();
        }

        @Override
        public boolean isErrorEnabled() {
            return on();
        }

        @Override
        public boolean isErrorEnabled(Marker marker) {
            return on();
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return name;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String message, Object[] arguments, Throwable thrown) {
            String text = MessageFormatter.basicArrayFormat(message, arguments);
            StringBuilder line = new StringBuilder(level + " " + name + " " + text);
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                line.append(" | ").append(cause);
            }
            LINES.add(line.toString());
        }
    }
}
