package dev.harrier.splunk;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A checked configuration of one Splunk target.
 *
 * @param target for messages
 * @param deployment written into every marker
 * @param url of the management port, https unless it is this machine
 * @param app whose saved searches ours are, a plain directory name
 * @param owner who owns what we create; {@code nobody} for the app itself
 * @param credential how we log in
 * @param authority a PEM file with the CA that signed splunkd's certificate; the system's CAs if absent
 * @param insecure whether certificates are left unchecked: never a default
 * @param timeout of one request
 * @param searchTimeout of one search job
 */
public record SplunkSettings(
        String target,
        String deployment,
        URI url,
        String app,
        String owner,
        Credential credential,
        Optional<Path> authority,
        boolean insecure,
        Duration timeout,
        Duration searchTimeout) {
    private static final Set<String> KNOWN =
            Set.of("url", "app", "owner", "user", "ca", "insecure", "timeout", "search-timeout");
    private static final Set<String> KNOWN_SECRETS = Set.of("token", "session-key", "password");

    private static final Duration LONGEST = Duration.ofDays(1);

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
     * Checks settings.
     *
     * @throws ConnectorException of kind CONFIGURATION naming all problems
     */
    public static SplunkSettings of(Settings settings) {
        return new Checker(settings).done();
    }

    private static final class Checker {
        private final Settings settings;
        private final List<String> problems = new ArrayList<>();

        Checker(Settings settings) {
            this.settings = settings;
        }

        SplunkSettings done() {
            unknown(settings.values().keySet(), KNOWN);
            unknown(settings.secrets().keySet(), KNOWN_SECRETS);
            Optional<URI> url = settings.value("url").flatMap(this::url);
            if (url.isEmpty()) {
                problems.add("url must be given, https, host and port alone, like https://splunk.corp.example:8089");
            }
            String app = name("app", "search");
            String owner = name("owner", "nobody");
            Credential credential = credential();
            Optional<Path> authority = settings.value("ca").map(Path::of);
            Duration timeout = duration("timeout", Duration.ofSeconds(60), Duration.ofMillis(1));
            Duration searchTimeout = duration("search-timeout", Duration.ofMinutes(5), Duration.ofSeconds(1));
            boolean insecure = insecure();
            if (!problems.isEmpty()) {
                throw new ConnectorException(
                        ConnectorException.Kind.CONFIGURATION, settings.target(), String.join("; ", problems));
            }
            return new SplunkSettings(
                    settings.target(),
                    settings.deployment(),
                    url.orElseThrow(),
                    app,
                    owner,
                    credential,
                    authority,
                    insecure,
                    timeout,
                    searchTimeout);
        }

        private void unknown(Set<String> given, Set<String> known) {
            Set<String> strange = new TreeSet<>(given);
            strange.removeAll(known);
            strange.forEach(key -> problems.add("unknown setting " + key + " (known: " + new TreeSet<>(known) + ")"));
        }

        private Optional<URI> url(String text) {
            try {
                URI url = URI.create(text);
                boolean local = Set.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(url.getHost()));
                boolean plain = "http".equals(url.getScheme()) && local;
                return url.getHost() != null && ("https".equals(url.getScheme()) || plain) && bare(url)
                        ? Optional.of(url)
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        /** Nothing beside host and port: a user and password there would end up in messages. */
        private static boolean bare(URI url) {
            boolean path = !url.getRawPath().isEmpty() && !url.getRawPath().equals("/");
            return url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null && !path;
        }

        private boolean insecure() {
            String text = settings.value("insecure").orElse("false");
            if (!Set.of("true", "false").contains(text)) {
                problems.add("insecure must be true or false");
            }
            return text.equals("true");
        }

        private String name(String key, String otherwise) {
            String name = settings.value(key).orElse(otherwise);
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}")) {
                problems.add(key + " must be of letters, digits and . _ @ -");
            }
            return name;
        }

        private Duration duration(String key, Duration otherwise, Duration shortest) {
            Duration given = settings.value(key).map(Checker::seconds).orElse(otherwise);
            if (given.compareTo(shortest) < 0 || given.compareTo(LONGEST) > 0) {
                problems.add(
                        key + " must be seconds or a duration like PT60S, between " + shortest + " and " + LONGEST);
            }
            return given;
        }

        private static Duration seconds(String text) {
            try {
                return text.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.parse(text);
            } catch (DateTimeParseException e) {
                return Duration.ZERO;
            }
        }

        private Credential credential() {
            Function<Secret, Credential> token = Credential.Token::new;
            Optional<Credential> found = settings.secret("token").map(token).or(() -> settings.secret("session-key")
                    .map(Credential.SessionKey::new));
            if (found.isPresent()) {
                return visible(found.get());
            }
            Optional<String> user = settings.value("user");
            Optional<Secret> password = settings.secret("password");
            if (user.isPresent() && password.isPresent()) {
                return new Credential.Password(user.get(), password.get());
            }
            problems.add("no credential: give a token, or a user and a password, by environment or file");
            return null;
        }

        /** A line end in a token would be an error of the HTTP client, far from its cause. */
        private Credential visible(Credential credential) {
            if (!credential.secret().reveal().matches("[\\x21-\\x7e]+")) {
                problems.add(
                        "the token or session key is empty or holds a blank, a line end or another strange character");
            }
            return credential;
        }
    }
}
