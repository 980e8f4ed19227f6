package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What splunkd says about a search job, which may be bad news inside a 200. */
record SearchStatus(JsonNode content) {
    boolean isRunning() {
        return !Flag.isOn(content.path("isDone")) && !isFailed();
    }

    /** Waits for others to end: nothing of it has run. */
    boolean isQueued() {
        return content.path("dispatchState").asText().equals("QUEUED");
    }

    /** Failed, or its process died without saying so (a zombie). */
    boolean isFailed() {
        return Flag.isOn(content.path("isFailed"))
                || Flag.isOn(content.path("isZombie"))
                || content.path("dispatchState").asText().equals("FAILED");
    }

    /** Why the results are a lower bound only. */
    List<String> shortcomings(long earliestAsked) {
        List<String> reasons = new ArrayList<>(messages(content, "WARN"));
        if (Flag.isOn(content.path("isFinalized"))) {
            reasons.add("the search was finalized before its end");
        }
        if (content.path("searchEarliestTime").asLong(earliestAsked) > earliestAsked + 1) {
            reasons.add("the role's time window narrowed the search");
        }
        return reasons;
    }

    List<String> errors() {
        return messages(content, "FATAL", "ERROR");
    }

    /** The messages of some types in an answer, as they come. */
    static List<String> messages(JsonNode answer, String... types) {
        List<String> wanted = List.of(types);
        return StreamSupport.stream(answer.path("messages").spliterator(), false)
                .filter(message -> wanted.contains(message.path("type").asText()))
                .map(message -> message.path("text").asText())
                .toList();
    }
}
