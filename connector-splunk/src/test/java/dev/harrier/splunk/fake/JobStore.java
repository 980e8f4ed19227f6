package dev.harrier.splunk.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The search jobs that the fake runs: each read takes a job one step on, from QUEUED over RUNNING to its end. */
public final class JobStore {
    private final Map<String, Job> jobs = new TreeMap<>();
    private final List<Map<String, String>> started = new ArrayList<>();
    private long now;
    private int most;
    private int quota = Integer.MAX_VALUE;
    private int queued = 1;
    private Function<String, JobEnd> ends = search -> JobEnd.done(Map.of());

    private static final class Job {
        private final JobEnd end;
        private final long earliest;
        private final long autoCancel;
        private final long timeout;
        private final int queued;
        private int reads;
        private long touched;

        Job(JobEnd end, Asked asked, int queued, long now) {
            this.queued = queued;
            this.end = end;
            this.earliest = Long.parseLong(asked.parameter("earliest_time", "0"));
            this.autoCancel = Long.parseLong(asked.parameter("auto_cancel", "0"));
            this.timeout = Long.parseLong(asked.parameter("timeout", "86400"));
            this.touched = now;
        }

        /** Nobody asked for so long that splunkd cancels it, or forgets it once it has ended. */
        boolean isOver(long now) {
            long idle = now - touched;
            return (autoCancel > 0 && idle > autoCancel) || (isThrough() && idle > timeout);
        }

        boolean isQueued() {
            return reads <= queued;
        }

        /** Queued, and then seen running once. */
        boolean isThrough() {
            return reads > queued + 1L;
        }
    }

    /** Nobody asks for so many seconds. */
    public synchronized void pass(long seconds) {
        now += seconds;
        jobs.values().removeIf(job -> job.isOver(now));
    }

    /** The most jobs that were there at the same time. */
    public synchronized int most() {
        return most;
    }

    /** The role may have so many jobs at once from now on; one more is refused. */
    public synchronized void quota(int jobsAtOnce) {
        quota = jobsAtOnce;
    }

    /** A job that is started from now on is queued until it was asked for so often, for others run as many as may. */
    public synchronized void queue(int reads) {
        queued = reads;
    }

    /** How each search ends from now on. */
    public synchronized void ends(Function<String, JobEnd> ends) {
        this.ends = ends;
    }

    /** The parameters of every job that was ever started. */
    public synchronized List<Map<String, String>> started() {
        return List.copyOf(started);
    }

    /** Jobs that are there still: neither cancelled nor deleted. */
    public synchronized int alive() {
        return jobs.size();
    }

    synchronized void clear() {
        jobs.clear();
        started.clear();
        now = 0;
        most = 0;
        quota = Integer.MAX_VALUE;
        queued = 1;
        ends = search -> JobEnd.done(Map.of());
    }

    synchronized ResponseDefinitionBuilder start(Asked asked) {
        String search = asked.parameter("search", "");
        if (!search.startsWith("|") && !search.startsWith("search ")) {
            return Answers.messages(400, "FATAL", "Unknown search command '" + search.split("\\W", 2)[0] + "'.");
        }
        if (jobs.size() >= quota) {
            return Answers.messages(
                    503,
                    "FATAL",
                    "Search not executed: The maximum number of concurrent historical searches for this user based on"
                            + " their role quota has been reached., concurrency_category=\"historical\","
                            + " concurrency_context=\"user_instance-wide\", current_concurrency=" + jobs.size()
                            + ", concurrency_limit=" + quota);
        }
        String id = "17671286" + (20 + started.size()) + "." + started.size();
        started.add(asked.parameters());
        jobs.put(id, new Job(ends.apply(search), asked, queued, now));
        most = Math.max(most, jobs.size());
        return Answers.json(201, Answers.JSON.createObjectNode().put("sid", id));
    }

    synchronized ResponseDefinitionBuilder read(Asked asked) {
        Job job = jobs.get(asked.item());
        if (job != null) {
            job.reads++;
        }
        if (job != null && job.isThrough() && job.end.state() == JobEnd.State.GONE) {
            jobs.remove(asked.item());
            job = null;
        }
        if (job == null) {
            return unknown();
        }
        job.touched = now;
        return Answers.json(200, feed(asked.item(), job));
    }

    synchronized ResponseDefinitionBuilder results(Asked asked) {
        Job job = jobs.get(asked.item());
        if (job == null) {
            return unknown();
        }
        ObjectNode body = Answers.JSON.createObjectNode().put("preview", false);
        job.end.resultMessages().forEach(message -> put(body, message));
        ArrayNode rows = body.putArray("results");
        job.touched = now;
        job.end.rows().forEach(row -> row.forEach(rows.addObject()::put));
        return Answers.json(200, body);
    }

    synchronized ResponseDefinitionBuilder control(Asked asked) {
        return jobs.remove(asked.item()) == null ? unknown() : Answers.messages(200, "INFO", "Search job cancelled.");
    }

    private static ObjectNode feed(String id, Job job) {
        boolean ended = job.isThrough() && job.end.state() != JobEnd.State.NEVER;
        JobEnd.State state = job.end.state();
        ObjectNode feed = Answers.feed(1, 0, 0);
        ObjectNode content = ((ArrayNode) feed.get("entry"))
                .addObject()
                .put("name", "search")
                .putObject("content");
        content.put("sid", id)
                .put(
                        "dispatchState",
                        ended ? state.name().replace("ZOMBIE", "RUNNING") : job.isQueued() ? "QUEUED" : "RUNNING")
                .put("isDone", ended && state != JobEnd.State.ZOMBIE)
                .put("isFailed", ended && state == JobEnd.State.FAILED)
                .put("isFinalized", ended && state == JobEnd.State.FINALIZED)
                .put("isZombie", ended && state == JobEnd.State.ZOMBIE)
                .put("searchEarliestTime", job.earliest + job.end.narrowedSeconds());
        content.putArray("messages");
        if (ended) {
            job.end.jobMessages().forEach(message -> put(content, message));
        }
        return feed;
    }

    private static void put(ObjectNode body, String message) {
        String[] parts = message.split(" ", 2);
        Answers.message(body, parts[0], parts[1]);
    }

    private static ResponseDefinitionBuilder unknown() {
        return Answers.messages(404, "FATAL", "Unknown sid.");
    }
}
