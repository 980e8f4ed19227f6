package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.measure.Window;
import dev.harrier.splunk.sdk.Splunkd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One ad hoc search job, from its start to its end. Explicit epoch bounds; splunkd itself ends it after its time limit and forgets it
 * when we vanish; it is cancelled in the end whatever happens.
 */
final class SearchJob {
    private static final long POLL_FIRST_MILLIS = 50;
    private static final long POLL_LONGEST_MILLIS = 2_000;

    private final SplunkSettings settings;
    private final Splunkd splunkd;

    SearchJob(SplunkSettings settings, Splunkd splunkd) {
        this.settings = settings;
        this.splunkd = splunkd;
    }

    /**
     * What a job came to.
     *
     * @param row the one result row, empty object if there was none
     * @param failure why it failed as a whole
     * @param partial why the row is a lower bound only
     */
    record Outcome(JsonNode row, Optional<String> failure, Optional<String> partial) {}

    Outcome run(String search, Window window) {
        String id = start(search, window);
        try {
            return outcome(id, window);
        } finally {
            cancel(id);
        }
    }

    private String start(String search, Window window) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("search", search.startsWith("|") ? search : "search " + search);
        parameters.put("exec_mode", "normal");
        parameters.put("earliest_time", Long.toString(window.from().getEpochSecond()));
        parameters.put("latest_time", Long.toString(window.to().getEpochSecond()));
        parameters.put("max_time", Long.toString(settings.searchTimeout().toSeconds()));
        parameters.put("auto_cancel", "60");
        parameters.put("timeout", "120");
        parameters.put("allow_partial_results", "false");
        String id = splunkd.post("search/jobs", parameters).path("sid").asText();
        if (!id.matches("[A-Za-z0-9._@-]+")) {
            throw new ConnectorException(Kind.UNEXPECTED_RESPONSE, settings.target(), "splunkd started no search job");
        }
        return id;
    }

    private Outcome outcome(String id, Window window) {
        long deadline =
                System.nanoTime() + settings.searchTimeout().plusSeconds(30).toNanos();
        long pause = POLL_FIRST_MILLIS;
        JsonNode job = job(id);
        while (!job.path("isDone").asBoolean() && !isFailed(job)) {
            if (System.nanoTime() > deadline) {
                return failed("the search did not end within "
                        + settings.searchTimeout().toSeconds() + " s");
            }
            Pause.millis(pause);
            pause = Math.min(POLL_LONGEST_MILLIS, pause * 2);
            job = job(id);
        }
        List<String> errors = messages(job, "FATAL", "ERROR");
        if (isFailed(job) || !errors.isEmpty()) {
            return failed(errors.isEmpty() ? "the search failed without a message" : String.join("; ", errors));
        }
        JsonNode results = splunkd.get("search/v2/jobs/" + id + "/results", Map.of("count", "10"));
        List<String> broken = messages(results, "FATAL", "ERROR");
        if (!broken.isEmpty()) {
            return failed(String.join("; ", broken));
        }
        return new Outcome(results.path("results").path(0), Optional.empty(), partial(job, results, window));
    }

    private static Optional<String> partial(JsonNode job, JsonNode results, Window window) {
        List<String> reasons = new ArrayList<>(messages(job, "WARN"));
        reasons.addAll(messages(results, "WARN"));
        if (job.path("isFinalized").asBoolean()) {
            reasons.add("the search was finalized before its end");
        }
        long asked = window.from().getEpochSecond();
        if (job.path("searchEarliestTime").asLong(asked) > asked + 1) {
            reasons.add("the role's time window narrowed the search");
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    private JsonNode job(String id) {
        return splunkd.get("search/jobs/" + id, Map.of()).path("entry").path(0).path("content");
    }

    private static boolean isFailed(JsonNode job) {
        return job.path("isFailed").asBoolean()
                || job.path("dispatchState").asText().equals("FAILED");
    }

    private static Outcome failed(String why) {
        return new Outcome(MissingNode.getInstance(), Optional.of(why), Optional.empty());
    }

    private static List<String> messages(JsonNode node, String... types) {
        List<String> wanted = List.of(types);
        List<String> texts = new ArrayList<>();
        for (JsonNode message : node.path("messages")) {
            if (wanted.contains(message.path("type").asText())) {
                texts.add(message.path("text").asText());
            }
        }
        return texts;
    }

    private void cancel(String id) {
        try {
            splunkd.post("search/jobs/" + id + "/control", Map.of("action", "cancel"));
        } catch (ConnectorException e) {
            // It ends by itself: auto_cancel and timeout were set when it was started.
            return;
        }
    }
}
