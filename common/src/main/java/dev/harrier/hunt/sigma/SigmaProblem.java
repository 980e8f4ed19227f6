package dev.harrier.hunt.sigma;

import static java.util.Objects.requireNonNull;

/**
 * Why a text is no valid Sigma rule.
 *
 * @param file as given to the reader
 * @param line from 1
 * @param message for people
 */
public record SigmaProblem(String file, int line, String message) {
    public SigmaProblem {
        requireNonNull(file, "file is null");
        requireNonNull(message, "message is null");
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
