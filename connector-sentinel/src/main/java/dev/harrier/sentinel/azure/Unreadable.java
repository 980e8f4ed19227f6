package dev.harrier.sentinel.azure;

import com.azure.core.exception.HttpResponseException;

/** Whether the SDK stumbled over an answer's content. It has no type of its own for that: its JSON reader is a shaded one. */
final class Unreadable {
    private Unreadable() {}

    static boolean is(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String name = cause.getClass().getName();
            if (name.contains("Json") || name.contains("MalformedInput") || cause instanceof IllegalStateException) {
                return true;
            }
        }
        return Causes.hold(thrown, HttpResponseException.class);
    }
}
