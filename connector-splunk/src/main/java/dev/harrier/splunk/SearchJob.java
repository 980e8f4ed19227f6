package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.measure.Window;
import dev.harrier.splunk.sdk.Splunkd;
import dev.harrier.splunk.sdk.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * One ad hoc search job, from its start to its end. Explicit epoch bounds; splunkd itself ends it after its time limit and forgets it
 * when we vanish; it is cancelled in the end whatever happens.
 */
final class SearchJob {
    private static final long POLL_FIRST_MILLIS = 50;
    private static final long POLL_LONGEST_MILLIS = 2_000;
    /** How much longer than its own time limit we wait for a job, for it may queue first. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final String MOST_ROWS = "10000";

    private final SplunkSettings settings;
    private final Splunkd splunkd;
    private final Waiting waiting;
    private final RunningJobs running;

    SearchJob(SplunkSettings settings, Splunkd splunkd, Waiting waiting, RunningJobs running) {
        this.settings = settings;
        this.splunkd = splunkd;
        this.waiting = waiting;
        this.running = running;
    }

    /**
     * What a job came to.
     *
     * @param rows the result, empty if it failed
     * @param failure why it failed as a whole
     * @param partial why the rows are not all, or hold lower bounds only
     */
    record Outcome(List<JsonNode> rows, Optional<String> failure, Optional<String> partial) {
        /** The row of a counting search; a result without it is a failure. */
        Outcome counted() {
            boolean counted = !rows.isEmpty() && rows.get(0).has("hits");
            return counted || failure.isPresent() ? this : failed("the search gave no count");
        }
    }

    Outcome run(String search, Window window) {
        JsonNode started = splunkd.post("search/jobs", parameters(search, window));
        String id = started.path("sid").asText();
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._@-]*")) {
            List<String> why = SearchStatus.messages(started, "FATAL", "ERROR", "WARN");
            return failed("splunkd started no search job" + (why.isEmpty() ? "" : ": " + String.join("; ", why)));
        }
        running.started(id);
        try {
            return outcome(id, window);
        } catch (ConnectorException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return failed("the search job is gone: somebody cancelled it, or it expired");
            }
            if (e.kind() == Kind.THROTTLED) {
                return failed(e.getMessage());
            }
            throw e;
        } finally {
            running.ended(id);
        }
    }

    private Map<String, String> parameters(String search, Window window) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("search", command(search.strip()));
        parameters.put("exec_mode", "normal");
        parameters.put("earliest_time", Long.toString(window.from().getEpochSecond()));
        parameters.put("latest_time", Long.toString(window.to().getEpochSecond()));
        parameters.put("max_time", Long.toString(settings.searchTimeout().toSeconds()));
        parameters.put("auto_cancel", "60");
        parameters.put("timeout", "120");
        parameters.put("allow_partial_results", "false");
        return parameters;
    }

    /** What doesn't begin with a command is what the command {@code search} looks for. */
    static String command(String search) {
        return search.matches("(?s)(\\||search\\s).*") ? search : "search " + search;
    }

    private Outcome outcome(String id, Window window) {
        SearchStatus status = last(id);
        if (status.isRunning()) {
            return failed(unended(status));
        }
        if (status.isFailed() || !status.errors().isEmpty()) {
            return failed(
                    status.errors().isEmpty()
                            ? "the search failed without a message"
                            : String.join("; ", status.errors()));
        }
        return answered(status, results(id), window);
    }

    private String unended(SearchStatus status) {
        String seconds = settings.searchTimeout().plus(GRACE).toSeconds() + " s";
        return status.isQueued()
                ? "the search was still queued after " + seconds
                        + ": splunkd runs as many at once as the account's or its" + " own limit allows"
                : "the search did not end within " + seconds;
    }

    /** At its end, or when we wait no longer. */
    private SearchStatus last(String id) {
        long start = waiting.nanos();
        long longest = settings.searchTimeout().plus(GRACE).toNanos();
        long pause = POLL_FIRST_MILLIS;
        SearchStatus status = status(id);
        while (status.isRunning()) {
            if (waiting.nanos() - start > longest || Thread.currentThread().isInterrupted()) {
                return status;
            }
            waiting.millis(pause);
            pause = Math.min(POLL_LONGEST_MILLIS, pause * 2);
            status = status(id);
        }
        return status;
    }

    private SearchStatus status(String id) {
        return new SearchStatus(
                splunkd.get("search/jobs/" + id, Map.of()).path("entry").path(0).path("content"));
    }

    /** Version 2, and version 1 from a splunkd that is older than 9.0.2. */
    private JsonNode results(String id) {
        Map<String, String> parameters = Map.of("count", MOST_ROWS);
        try {
            return splunkd.ask("search/v2/jobs/" + id + "/results", parameters);
        } catch (ConnectorException e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
            return splunkd.get("search/jobs/" + id + "/results", parameters);
        }
    }

    private static Outcome answered(SearchStatus status, JsonNode results, Window window) {
        List<String> errors = SearchStatus.messages(results, "FATAL", "ERROR");
        if (!errors.isEmpty()) {
            return failed(String.join("; ", errors));
        }
        if (!results.path("results").isArray()) {
            return failed("the search ended, and its results are not there");
        }
        List<String> reasons = new ArrayList<>(status.shortcomings(window.from().getEpochSecond()));
        reasons.addAll(SearchStatus.messages(results, "WARN"));
        List<JsonNode> rows = StreamSupport.stream(results.path("results").spliterator(), false)
                .toList();
        return new Outcome(
                rows, Optional.empty(), reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons)));
    }

    private static Outcome failed(String why) {
        return new Outcome(List.of(), Optional.of(why), Optional.empty());
    }

    /** Ends a job, whatever becomes of us: an interruption is kept for whoever asks next. */
    static void cancel(Splunkd splunkd, String id) {
        boolean interrupted = Thread.interrupted();
        try {
            splunkd.post("search/jobs/" + id + "/control", Map.of("action", "cancel"));
        } catch (ConnectorException e) {
            // It ends by itself: auto_cancel and timeout were set when it was started.
            return;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
