package dev.harrier.splunk.sdk;

import com.splunk.Args;
import com.splunk.Service;
import dev.harrier.splunk.SplunkSettings;
import dev.harrier.splunk.SplunkSettings.Credential;
import java.util.function.Consumer;

/**
 * Keeps the authorisation of one target. A password logs in on first use, and once more when its session has expired; a refused one is
 * never sent again, for Splunk locks accounts out after a few.
 */
final class Login {
    private final SplunkSettings settings;
    private final Clients clients;
    private volatile String authorisation = "";
    private boolean refused;

    Login(SplunkSettings settings, Clients clients) {
        this.settings = settings;
        this.clients = clients;
    }

    /** Calls splunkd with a service that is logged in. */
    void with(Exchange exchange, Consumer<Service> call) {
        String used = authorisation(exchange);
        try {
            call.accept(new SplunkService(settings, clients, used, exchange));
        } catch (RuntimeException e) {
            boolean expired = exchange.status() == 401 && settings.credential() instanceof Credential.Password;
            if (!expired) {
                throw e;
            }
            call.accept(new SplunkService(settings, clients, again(used, exchange), exchange));
        }
    }

    /** A text of splunkd's without our credentials, should it repeat them. */
    String masked(String text) {
        String masked = without(text, settings.credential().secret().reveal());
        return without(masked, authorisation.replace("Splunk ", ""));
    }

    private static String without(String text, String secret) {
        return secret.isEmpty() ? text : text.replace(secret, "********");
    }

    private String authorisation(Exchange exchange) {
        Credential credential = settings.credential();
        if (credential instanceof Credential.Token token) {
            return "Bearer " + token.secret().reveal();
        }
        if (credential instanceof Credential.SessionKey key) {
            return "Splunk " + key.secret().reveal();
        }
        return authorisation.isEmpty() ? again("", exchange) : authorisation;
    }

    private synchronized String again(String used, Exchange exchange) {
        if (!authorisation.equals(used)) {
            return authorisation;
        }
        if (refused) {
            throw Refusal.login(settings);
        }
        authorisation = session(exchange);
        return authorisation;
    }

    /** The SDK's own login asks for server/info twice, which not every role may, and reads XML. */
    private String session(Exchange exchange) {
        Credential.Password password = (Credential.Password) settings.credential();
        Service service = new SplunkService(settings, clients, "", exchange);
        service.setToken(null);
        Args args = Args.create("username", password.user());
        args.put("password", password.secret().reveal());
        args.put("output_mode", "json");
        try {
            service.post("/services/auth/login", args);
        } catch (RuntimeException e) {
            refused = exchange.status() == 401;
            throw e;
        }
        return "Splunk " + key(exchange);
    }

    private String key(Exchange exchange) {
        String key = Answer.object(settings, exchange).path("sessionKey").asText();
        if (!key.matches("[\\x21-\\x7e]+")) {
            throw Answer.nonsense(settings, "splunkd's login gives no session key", null);
        }
        return key;
    }
}
