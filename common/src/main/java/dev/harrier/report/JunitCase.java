package dev.harrier.report;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One case of a JUnit suite.
 *
 * @param className what JUnit's readers group cases by
 * @param name of the case
 * @param failure why it failed, the first line its summary
 * @param error why it gave no answer, likewise; such a case has not failed
 * @param skipped why it didn't run
 * @param output what else there is to say; may be empty
 */
public record JunitCase(
        String className,
        String name,
        Optional<String> failure,
        Optional<String> error,
        Optional<String> skipped,
        String output) {
    public JunitCase {
        requireNonNull(className, "className is null");
        requireNonNull(name, "name is null");
        requireNonNull(failure, "failure is null");
        requireNonNull(error, "error is null");
        requireNonNull(skipped, "skipped is null");
        requireNonNull(output, "output is null");
    }

    /** A case that gave an answer, or wasn't asked for one. */
    public JunitCase(String className, String name, Optional<String> failure, Optional<String> skipped, String output) {
        this(className, name, failure, Optional.empty(), skipped, output);
    }
}
