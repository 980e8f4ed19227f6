package dev.harrier.cli;

import java.util.List;

/** Targets that can't be opened as they are configured, with every problem of all of them. */
final class MisconfiguredException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    MisconfiguredException(List<String> problems) {
        super(String.join("\n", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** Each with its target. */
    List<String> problems() {
        return problems;
    }
}
