package dev.harrier.splunk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The search jobs that run for us now. They are cancelled when the connector is closed and when the process is told to end; a process
 * that is killed leaves them to their own time limits. Thread-safe.
 */
final class RunningJobs implements AutoCloseable {
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final Consumer<String> cancel;
    private final Thread atEnd = new Thread(this::cancelAll, "harrier-cancel-searches");
    private boolean registered;

    RunningJobs(Consumer<String> cancel) {
        this.cancel = cancel;
    }

    void started(String id) {
        ids.add(id);
        register();
    }

    /** Cancels one; a second time does nothing. */
    void ended(String id) {
        if (ids.remove(id)) {
            cancel.accept(id);
        }
    }

    @Override
    public void close() {
        cancelAll();
        unregister();
    }

    private void cancelAll() {
        List<String> all = new ArrayList<>(ids);
        all.forEach(this::ended);
    }

    private synchronized void register() {
        if (!registered) {
            try {
                Runtime.getRuntime().addShutdownHook(atEnd);
                registered = true;
            } catch (IllegalStateException e) {
                // The process ends already, and its hooks run.
                registered = false;
            }
        }
    }

    private synchronized void unregister() {
        if (registered) {
            try {
                Runtime.getRuntime().removeShutdownHook(atEnd);
            } catch (IllegalStateException e) {
                // The process ends already, and its hooks run.
                registered = true;
            }
        }
    }
}
