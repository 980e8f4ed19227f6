package dev.harrier.config;

import java.util.List;

/** A configuration that can't be used, with all its problems, each with file and line. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    ConfigurationException(List<String> problems) {
        super(String.join("\n", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** Each as {@code FILE:LINE: what is wrong, and the way out}. */
    public List<String> problems() {
        return problems;
    }
}
