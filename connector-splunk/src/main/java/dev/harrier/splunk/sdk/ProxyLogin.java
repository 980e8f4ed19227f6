package dev.harrier.splunk.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.splunk.SplunkSettings.Credential;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** Answers a proxy that asks who we are, once: one that asks again has refused us. The proxy alone sees the answer. */
record ProxyLogin(Credential.Password login) implements Authenticator {
    private static final String ANSWER = "Proxy-Authorization";

    @Override
    public Request authenticate(Route route, Response response) {
        boolean refused =
                response.request().header(ANSWER) != null && response.code() == 407 && !isPreemptive(response);
        return refused
                ? null
                : response.request()
                        .newBuilder()
                        .header(
                                ANSWER,
                                Credentials.basic(login.user(), login.secret().reveal(), UTF_8))
                        .build();
    }

    /** OkHttp asks before it opens a tunnel, in the form of a challenge of its own. */
    private static boolean isPreemptive(Response response) {
        return response.challenges().stream()
                .anyMatch(challenge -> challenge.scheme().equalsIgnoreCase("OkHttp-Preemptive"));
    }
}
