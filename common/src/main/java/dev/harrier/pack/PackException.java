package dev.harrier.pack;

/** A pack cannot be written or read. The message names the place and the way out. */
public final class PackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With its cause. */
    public PackException(String message, Throwable cause) {
        super(message, cause);
    }
}
