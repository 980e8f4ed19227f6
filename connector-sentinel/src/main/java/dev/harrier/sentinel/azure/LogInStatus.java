package dev.harrier.sentinel.azure;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import reactor.core.publisher.Mono;

/** Types what Entra ID answers when it is busy or down, after the retries: its own library loses the status of such answers. */
final class LogInStatus implements HttpPipelinePolicy {
    private final String target;

    LogInStatus(String target) {
        this.target = target;
    }

    @Override
    public HttpPipelinePosition getPipelinePosition() {
        return HttpPipelinePosition.PER_CALL;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return next.process().map(this::checked);
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        return checked(next.processSync());
    }

    private HttpResponse checked(HttpResponse response) {
        int status = response.getStatusCode();
        if (status == 408 || status == 429 || status >= 500) {
            response.close();
            Kind kind = status == 429 ? Kind.THROTTLED : Kind.UNAVAILABLE;
            throw new ConnectorException(
                    kind, target, "Entra ID answers " + status + " instead of giving a token; try later");
        }
        return response;
    }
}
