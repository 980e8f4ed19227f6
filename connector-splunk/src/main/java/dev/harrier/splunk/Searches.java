package dev.harrier.splunk;

import dev.harrier.measure.Window;
import dev.harrier.splunk.sdk.Splunkd;
import dev.harrier.splunk.sdk.Waiting;

/** Runs searches as jobs, as many at once as our account may. Thread-safe. */
final class Searches implements AutoCloseable {
    private final SplunkSettings settings;
    private final Splunkd splunkd;
    private final Waiting waiting;
    private final RunningJobs running;
    private final SearchSlots slots;

    Searches(SplunkSettings settings, Splunkd splunkd, Waiting waiting) {
        this.settings = settings;
        this.splunkd = splunkd;
        this.waiting = waiting;
        this.running = new RunningJobs(id -> SearchJob.cancel(splunkd, id));
        this.slots = new SearchSlots(
                settings.target(), () -> settings.searches().orElseGet(() -> RoleQuota.searches(splunkd)));
    }

    /** Runs a search whatever its result looks like. */
    SearchJob.Outcome run(String search, Window window) {
        return slots.in(() -> new SearchJob(settings, splunkd, waiting, running).run(search, window));
    }

    /** Runs a search that gives one row of counts. */
    SearchJob.Outcome count(String search, Window window) {
        return run(search, window).counted();
    }

    @Override
    public void close() {
        running.close();
    }
}
