package dev.harrier.lab;

import static java.util.Objects.requireNonNull;

/** The lab could not do it. The message names the file, and the line where there is one, and the way out. */
public final class LabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** A file isn't there, may not be read, or is no gzip though its name says so. */
        UNREADABLE,
        /** A file ends in the middle: a truncated gzip, a JSON array without its end. */
        CUT_SHORT,
        /** Another process holds the lab's file. */
        BUSY,
        /** The lab's own database failed. */
        STORAGE
    }

    private final Kind kind;

    /** A failure with its cause. */
    public LabException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = requireNonNull(kind, "kind is null");
    }

    /** A failure that we found ourselves. */
    public LabException(Kind kind, String message) {
        this(kind, message, null);
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }
}
