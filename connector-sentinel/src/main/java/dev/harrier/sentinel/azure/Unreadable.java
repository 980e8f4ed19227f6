package dev.harrier.sentinel.azure;

/** Whether an SDK stumbled over an answer's content. It has no type of its own for that: its JSON reader is a shaded one. */
final class Unreadable {
    private Unreadable() {}

    static boolean is(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            boolean said = message.contains("parse JSON") || message.contains("Content-Type");
            if (said || cause.getClass().getName().contains("Json")) {
                return true;
            }
        }
        return false;
    }
}
