package dev.harrier.splunk.sdk;

/** What one request really brought back, kept beside the SDK, which loses most of an error. One per call, one thread. */
final class Exchange {
    private int status;
    private byte[] body = new byte[0];
    private String retryAfter = "";

    /** A request goes out: nothing is known any more. */
    void asked() {
        answered(0, new byte[0], "");
    }

    void answered(int status, byte[] body, String retryAfter) {
        this.status = status;
        this.body = body;
        this.retryAfter = retryAfter;
    }

    /** The HTTP status, 0 if there was no whole answer. */
    int status() {
        return status;
    }

    byte[] body() {
        return body.clone();
    }

    /** How long splunkd asks us to wait, 0 if it doesn't say so in seconds. */
    long retryAfterMillis() {
        return retryAfter.matches("\\d{1,6}") ? Long.parseLong(retryAfter) * 1_000 : 0;
    }
}
