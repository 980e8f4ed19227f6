package dev.harrier.splunk.sdk;

import okhttp3.OkHttpClient;

/**
 * The HTTP clients of one target, on one connection pool: a read may go out again by itself when its connection turns out to be dead, a
 * write never. Immutable, thread-safe.
 */
record Clients(OkHttpClient reading, OkHttpClient writing) {
    static Clients of(OkHttpClient client) {
        return new Clients(
                client, client.newBuilder().retryOnConnectionFailure(false).build());
    }

    OkHttpClient of(String method) {
        return method.equals("GET") ? reading : writing;
    }

    void close() {
        reading.dispatcher().executorService().shutdown();
        reading.connectionPool().evictAll();
    }
}
