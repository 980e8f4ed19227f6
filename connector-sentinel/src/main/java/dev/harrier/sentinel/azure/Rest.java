package dev.harrier.sentinel.azure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Sends one request with a token, and again while the service is busy: all that we send is idempotent. */
final class Rest {
    private final AzureSession session;
    private final Pace reads = Pace.ofReads();
    private final Pace writes = Pace.ofWrites();

    Rest(AzureSession session) {
        this.session = session;
    }

    JsonNode call(Request request, Supplier<String> token) {
        for (int attempt = 1; ; attempt++) {
            session.patience().await((request.method().equals("GET") ? reads : writes).take());
            Reply reply = send(request, token.get());
            if (!Patience.busy(reply.status) || !session.patience().lasts(attempt, reply.retryAfter)) {
                return ArmAnswer.of(session.settings(), request.method(), reply.status, reply.body);
            }
            session.patience().rest(attempt, reply.retryAfter);
        }
    }

    private Reply send(Request request, String token) {
        Request authorised =
                request.newBuilder().header("Authorization", "Bearer " + token).build();
        try (Response response = client().newCall(authorised).execute()) {
            byte[] body = response.body().byteStream().readNBytes(ArmAnswer.LARGEST + 1);
            return new Reply(response.code(), body, response.header("Retry-After", ""));
        } catch (IOException e) {
            throw new ConnectorException(
                    Kind.UNAVAILABLE,
                    session.settings().target(),
                    "no answer from https://" + request.url().host() + ": " + e.getMessage(),
                    e);
        }
    }

    /** The read timeout starts anew with each byte; this one bounds the whole call. */
    private OkHttpClient client() {
        return session.client()
                .newBuilder()
                .callTimeout(session.settings().timeout())
                .build();
    }

    // Equality is never asked for.
    private static final class Reply {
        private final int status;
        private final byte[] body;
        private final String retryAfter;

        Reply(int status, byte[] body, String retryAfter) {
            this.status = status;
            this.body = body;
            this.retryAfter = retryAfter;
        }
    }
}
