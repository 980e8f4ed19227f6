package dev.harrier.sentinel.azure;

import com.microsoft.aad.msal4j.MsalServiceException;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why Entra ID gave no token. The SDK wraps its refusals in bare RuntimeExceptions whose messages may quote the request, so nothing
 * of them is kept but Entra's own error code, and no cause.
 */
final class IdentityRefusal {
    private static final Pattern CODE = Pattern.compile("AADSTS\\d{4,8}");

    private IdentityRefusal() {}

    /** Whether it was the log-in that failed. */
    static boolean is(Throwable thrown) {
        return Causes.hold(thrown, MsalServiceException.class)
                || Causes.hold(thrown, com.azure.core.exception.ClientAuthenticationException.class)
                || code(thrown).isPresent();
    }

    static ConnectorException of(String target, Throwable thrown) {
        int status = Causes.first(thrown, MsalServiceException.class)
                .map(MsalServiceException::statusCode)
                .orElse(0);
        if (code(thrown).isEmpty() && (status == 429 || status >= 500)) {
            Kind kind = status == 429 ? Kind.THROTTLED : Kind.UNAVAILABLE;
            return new ConnectorException(
                    kind, target, "Entra ID answers " + status + " instead of a token; try later");
        }
        if (status == 0 && !is(thrown) && Causes.hold(thrown, IOException.class)) {
            return new ConnectorException(
                    Kind.UNAVAILABLE, target, "no answer from Entra ID; check authority-host and ca");
        }
        return new ConnectorException(
                Kind.AUTHENTICATION,
                target,
                "Entra ID gives no token: " + code(thrown).orElseGet(() -> root(thrown))
                        + "; check tenant-id, client-id and the secret");
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
