package dev.harrier.sentinel.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.RetryStrategy;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Our patience in the SDK's terms. Its own strategies wait as long as a service asks, and repeat what timed out. */
final class SdkRetries implements RetryStrategy {
    private final Patience patience;

    SdkRetries(Patience patience) {
        this.patience = patience;
    }

    @Override
    public int getMaxRetries() {
        return patience.attempts() - 1;
    }

    @Override
    public Duration calculateRetryDelay(int retries) {
        return patience.pause(retries + 1, "");
    }

    @Override
    public boolean shouldRetry(HttpResponse response) {
        return Patience.busy(response.getStatusCode()) && patience.lasts(0, retryAfter(response));
    }

    @Override
    public boolean shouldRetryException(Throwable thrown) {
        return !Causes.hold(thrown, InterruptedIOException.class) && !Causes.hold(thrown, TimeoutException.class);
    }

    private static String retryAfter(HttpResponse response) {
        return Optional.ofNullable(response.getHeaderValue(HttpHeaderName.RETRY_AFTER))
                .orElse("");
    }
}
