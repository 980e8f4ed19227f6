package dev.harrier.sentinel.azure;

/** Whether an SDK stumbled over an answer's content. It has no type of its own for that: its JSON reader is a shaded one. */
final class Unreadable {
    private Unreadable() {}

    static boolean is(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            boolean said = message.contains("parse JSON") || message.contains("Content-Type");
            if (said || cause.getClass().getName().contains("Json") || isSurprise(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The log-in library's own reader, at what is JSON but nothing that it expects: no body, {@code null}, a list. */
    private static boolean isSurprise(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        String thrower = trace.length == 0 ? "" : trace[0].getClassName();
        return (cause instanceof NullPointerException || cause instanceof IllegalStateException)
                && (thrower.startsWith("com.azure.json.") || thrower.startsWith("com.microsoft.aad.msal4j."));
    }
}
