package dev.harrier.splunk.sdk;

import dev.harrier.splunk.SplunkSettings;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why two parties did not agree on TLS, and the way out. */
final class TlsRefusal {
    private TlsRefusal() {}

    /** Empty if it was something else. */
    static Optional<String> reason(SplunkSettings settings, IOException cause) {
        String whose = "the TLS certificate of " + settings.url();
        if (cause instanceof SSLPeerUnverifiedException) {
            return Optional.of(
                    String.valueOf(cause.getMessage()).startsWith("Certificate pinning failure")
                            ? whose
                                    + " has none of the pinned keys; if splunkd got a new key, and you know why, change the setting pin"
                            : whose + " is not for the host that url names; use a name that the certificate holds");
        }
        if (of(cause, CertificateExpiredException.class) || of(cause, CertificateNotYetValidException.class)) {
            return Optional.of(whose + " has expired or is not valid yet; renew it, or set this machine's clock");
        }
        if (of(cause, CertificateException.class)) {
            return Optional.of(whose + " is not trusted; name its CA with the setting ca: " + cause.getMessage());
        }
        if (cause instanceof SSLException && isAboutUs(cause)) {
            return Optional.of(
                    settings.url() + " does not accept our TLS certificate; give one that its CA signed with the"
                            + " setting client-keys: " + cause.getMessage());
        }
        return cause instanceof SSLException
                ? Optional.of(settings.url() + " does not speak TLS as we do: " + cause.getMessage())
                : Optional.empty();
    }

    /** The alerts of RFC 8446 that a server sends about a client's certificate. */
    private static boolean isAboutUs(IOException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.matches(
                ".*(certificate_required|bad_certificate|unsupported_certificate|certificate_unknown|unknown_ca).*");
    }

    private static boolean of(Throwable thrown, Class<? extends Throwable> type) {
        return thrown != null && (type.isInstance(thrown) || of(thrown.getCause(), type));
    }
}
