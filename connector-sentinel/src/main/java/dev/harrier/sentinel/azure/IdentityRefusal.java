package dev.harrier.sentinel.azure;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.identity.CredentialUnavailableException;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalServiceException;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why Entra ID gave no token. The SDK wraps its refusals in bare RuntimeExceptions whose messages may quote the request, so nothing
 * of them is kept but Entra's own error code, and as cause at most what a connection died of.
 */
final class IdentityRefusal {
    private static final Pattern CODE = Pattern.compile("AADSTS\\d{4,8}");

    private IdentityRefusal() {}

    /** Whether it was the log-in that failed. */
    static boolean is(Throwable thrown) {
        return Causes.hold(thrown, ConnectorException.class)
                || Causes.hold(thrown, MsalException.class)
                || Causes.hold(thrown, ClientAuthenticationException.class)
                || code(thrown).isPresent();
    }

    static ConnectorException of(String target, Throwable thrown) {
        return Causes.first(thrown, ConnectorException.class)
                .orElseGet(() -> new ConnectorException(kind(thrown), target, words(thrown), connection(thrown)));
    }

    private static Kind kind(Throwable thrown) {
        if (code(thrown).isPresent() || Causes.hold(thrown, MsalServiceException.class)) {
            return Kind.AUTHENTICATION;
        }
        if (Unreadable.is(thrown)) {
            return Kind.UNEXPECTED_RESPONSE;
        }
        boolean silent = Causes.hold(thrown, IOException.class) || Causes.hold(thrown, TimeoutException.class);
        return silent ? Kind.UNAVAILABLE : Kind.AUTHENTICATION;
    }

    private static String words(Throwable thrown) {
        return switch (kind(thrown)) {
            case UNEXPECTED_RESPONSE -> "Entra ID's answer is no JSON; is a proxy in between?";
            case UNAVAILABLE -> "no answer from Entra ID; check authority-host and ca";
            default ->
                Causes.hold(thrown, CredentialUnavailableException.class)
                        ? "nothing that logs in to Azure was found; run az login, or give tenant-id, client-id and client-secret"
                        : refused(code(thrown).orElseGet(() -> root(thrown)));
        };
    }

    private static String refused(String code) {
        return "Entra ID gives no token: " + code
                + EntraCode.in(code)
                        .map(known -> ", " + known.meaning() + "; " + known.wayOut())
                        .orElse("; check tenant-id, client-id and the credential");
    }

    private static IOException connection(Throwable thrown) {
        return kind(thrown) == Kind.UNAVAILABLE
                ? Causes.first(thrown, IOException.class).orElse(null)
                : null;
    }

    private static Optional<String> code(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Matcher code = CODE.matcher(String.valueOf(cause.getMessage()));
            if (code.find()) {
                return Optional.of(code.group());
            }
        }
        return Optional.empty();
    }

    private static String root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
