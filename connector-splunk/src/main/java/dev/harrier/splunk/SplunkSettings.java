package dev.harrier.splunk;

import static java.util.Objects.requireNonNull;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import dev.harrier.dialect.Profile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A checked configuration of one Splunk target.
 *
 * @param target for messages
 * @param deployment written into every marker
 * @param url of the management port, https unless it is this machine
 * @param app whose saved searches ours are, a plain directory name
 * @param owner who owns what we create; {@code nobody} for the app itself
 * @param credential how we log in
 * @param tls whom we trust and who we are
 * @param proxy the HTTP proxy on the way
 * @param timeout of one request
 * @param searchTimeout of one search job
 * @param searches how many search jobs run at once, at most; as many as the role's quota allows if absent
 * @param objects how saved searches are written
 * @param profile how hunts are said there
 */
public record SplunkSettings(
        String target,
        String deployment,
        URI url,
        String app,
        String owner,
        Credential credential,
        Tls tls,
        Optional<WebProxy> proxy,
        Duration timeout,
        Duration searchTimeout,
        Optional<Integer> searches,
        Objects objects,
        Profile profile) {
    static final String ACCELERATED = "accelerated-models";

    /** The data models that the site says it has accelerated. */
    Set<String> accelerated() {
        return Arrays.stream(profile.option(ACCELERATED, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How we log in. */
    public sealed interface Credential {
        /** What must never be shown. */
        Secret secret();

        /** A token made in Splunk (bearer). */
        record Token(Secret secret) implements Credential {}

        /** A session key that somebody else obtained. */
        record SessionKey(Secret secret) implements Credential {}

        /** A user's name and password; logs in on first use. */
        record Password(String user, Secret secret) implements Credential {}
    }

    /**
     * Whom we trust and who we are. Nothing of it is global to the process.
     *
     * @param authority a PEM file with the CA that signed splunkd's certificate; the system's CAs if absent
     * @param pins {@code sha256/…} (base 64) of public keys, one of which must be in splunkd's chain, the CA notwithstanding; empty
     *     for any
     * @param clientKeys our own certificate, where splunkd asks for one
     * @param insecure whether certificates are left unchecked: never a default
     */
    public record Tls(Optional<Path> authority, List<String> pins, Optional<ClientKeys> clientKeys, boolean insecure) {
        public Tls {
            requireNonNull(authority, "authority is null");
            pins = List.copyOf(pins);
            requireNonNull(clientKeys, "clientKeys is null");
        }
    }

    /** A PKCS#12 file with our key and certificate, and its password. */
    public record ClientKeys(Path file, Secret password) {}

    /**
     * The HTTP proxy on the way.
     *
     * @param url host and port alone
     * @param login a user and a password, where it asks for them
     */
    public record WebProxy(URI url, Optional<Credential.Password> login) {
        public WebProxy {
            requireNonNull(url, "url is null");
            requireNonNull(login, "login is null");
        }
    }

    /** Whether live hunts raise notables and risk: if Enterprise Security is there, always, or never. */
    public enum EnterpriseSecurity {
        AUTO,
        ON,
        OFF
    }

    /**
     * How saved searches are written.
     *
     * @param enterpriseSecurity whether live hunts raise notables and risk
     * @param access who may see and change them; left as the app has it if absent
     * @param suppress for how long a live hunt that alerted stays quiet, like {@code 24h}; not at all if absent
     * @param window by how much the scheduler may delay a run: minutes or {@code auto}; not at all if absent
     */
    public record Objects(
            EnterpriseSecurity enterpriseSecurity,
            Optional<Access> access,
            Optional<String> suppress,
            Optional<String> window) {}

    /**
     * Who may see and change our saved searches.
     *
     * @param sharing {@code app} or {@code global}
     * @param read roles, sorted; {@code *} for all
     * @param write roles, sorted
     */
    public record Access(String sharing, List<String> read, List<String> write) {
        public Access {
            read = read.stream().sorted().toList();
            write = write.stream().sorted().toList();
        }
    }

    /**
     * Checks settings.
     *
     * @throws ConnectorException of kind CONFIGURATION naming all problems
     */
    public static SplunkSettings of(Settings settings) {
        return new SettingsReader(settings).read();
    }
}
