package dev.harrier.splunk.sdk;

import com.splunk.Service;
import dev.harrier.splunk.SplunkSettings;
import dev.harrier.splunk.SplunkSettings.Credential;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/** Keeps the authorisation of one target. A password logs in on first use, and once more when its session has expired. */
final class Login {
    private final SplunkSettings settings;
    private final OkHttpClient client;
    private volatile String authorisation = "";

    Login(SplunkSettings settings, OkHttpClient client) {
        this.settings = settings;
        this.client = client;
    }

    /** Calls splunkd with a service that is logged in. */
    <T> T with(Exchange exchange, Function<Service, T> call) {
        String used = authorisation(exchange);
        try {
            return call.apply(new SplunkService(settings, client, used, exchange));
        } catch (RuntimeException e) {
            boolean expired = exchange.status() == 401 && settings.credential() instanceof Credential.Password;
            if (!expired) {
                throw e;
            }
            return call.apply(new SplunkService(settings, client, again(used, exchange), exchange));
        }
    }

    private String authorisation(Exchange exchange) {
        Credential credential = settings.credential();
        if (credential instanceof Credential.Token token) {
            return "Bearer " + token.token().reveal();
        }
        if (credential instanceof Credential.SessionKey key) {
            return "Splunk " + key.key().reveal();
        }
        return authorisation.isEmpty() ? again("", exchange) : authorisation;
    }

    private synchronized String again(String used, Exchange exchange) {
        if (authorisation.equals(used)) {
            Credential.Password password = (Credential.Password) settings.credential();
            Service service = new SplunkService(settings, client, "", exchange);
            service.setToken(null);
            service.login(password.user(), password.password().reveal());
            authorisation = service.getToken();
        }
        return authorisation;
    }
}
