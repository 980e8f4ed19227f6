package dev.harrier.hunt.yaml;

import static java.util.Objects.requireNonNull;

/** A text that is no YAML, or too much of it. */
public final class MarkedYamlException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient YamlMark mark;

    MarkedYamlException(String message, YamlMark mark) {
        super(message, null, false, false);
        this.mark = requireNonNull(mark, "mark is null");
    }

    /** Where reading stopped. */
    public YamlMark mark() {
        return mark;
    }
}
