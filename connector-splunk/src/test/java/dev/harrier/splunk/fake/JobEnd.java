package dev.harrier.splunk.fake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * How a search job ends.
 *
 * @param state DONE, FAILED, FINALIZED (ended before its time), ZOMBIE, NEVER (runs on), GONE (deleted by somebody)
 * @param rows of the result
 * @param jobMessages {@code TYPE text}, shown in the job
 * @param resultMessages {@code TYPE text}, shown beside the results, in a 200
 * @param narrowedSeconds by how much the role's time window cut the start
 */
public record JobEnd(
        State state,
        List<Map<String, String>> rows,
        List<String> jobMessages,
        List<String> resultMessages,
        long narrowedSeconds) {
    /** The state that a job ends in. */
    public enum State {
        DONE,
        FAILED,
        FINALIZED,
        ZOMBIE,
        NEVER,
        GONE
    }

    public JobEnd {
        requireNonNull(state, "state is null");
        rows = List.copyOf(rows);
        jobMessages = List.copyOf(jobMessages);
        resultMessages = List.copyOf(resultMessages);
    }

    /** One row, or none if it is empty. */
    public JobEnd(
            State state,
            Map<String, String> row,
            List<String> jobMessages,
            List<String> resultMessages,
            long narrowedSeconds) {
        this(state, row.isEmpty() ? List.of() : List.of(row), jobMessages, resultMessages, narrowedSeconds);
    }

    /** Done, with rows. */
    public static JobEnd rows(List<Map<String, String>> rows) {
        return new JobEnd(State.DONE, rows, List.of(), List.of(), 0);
    }

    /** Done, with a row. */
    public static JobEnd done(Map<String, String> row) {
        return new JobEnd(State.DONE, row, List.of(), List.of(), 0);
    }

    /** Ended in some state, with messages in the job. */
    public static JobEnd of(State state, Map<String, String> row, String... messages) {
        return new JobEnd(state, row, List.of(messages), List.of(), 0);
    }
}
