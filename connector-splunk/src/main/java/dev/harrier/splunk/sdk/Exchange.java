package dev.harrier.splunk.sdk;

/** What one request really brought back, kept beside the SDK, which loses most of an error. One per call, one thread. */
final class Exchange {
    private int status;
    private byte[] body = new byte[0];
    private String retryAfter = "";

    void answered(int status, byte[] body, String retryAfter) {
        this.status = status;
        this.body = body;
        this.retryAfter = retryAfter;
    }

    /** The HTTP status, 0 if there was no answer. */
    int status() {
        return status;
    }

    byte[] body() {
        return body.clone();
    }

    String retryAfter() {
        return retryAfter;
    }
}
