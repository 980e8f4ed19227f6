package dev.harrier.lab;

import static java.util.Objects.requireNonNull;

/**
 * A line that became no event.
 *
 * @param file the name of the input
 * @param line 1-based
 * @param reason what is wrong with it, for people; holds none of its text
 */
public record BadLine(String file, long line, String reason) {
    public BadLine {
        requireNonNull(file, "file is null");
        requireNonNull(reason, "reason is null");
    }

    /** {@code file:line: reason}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
