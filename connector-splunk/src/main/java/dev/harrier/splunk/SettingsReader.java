package dev.harrier.splunk;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.splunk.SplunkSettings.Access;
import dev.harrier.splunk.SplunkSettings.ClientKeys;
import dev.harrier.splunk.SplunkSettings.Credential;
import dev.harrier.splunk.SplunkSettings.EnterpriseSecurity;
import dev.harrier.splunk.SplunkSettings.Tls;
import dev.harrier.splunk.SplunkSettings.WebProxy;
import dev.harrier.splunk.dialect.SplDialect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads settings, and collects what is wrong with them. */
final class SettingsReader {
    private static final Set<String> KNOWN = Set.of(
            "url",
            "app",
            "owner",
            "user",
            "ca",
            "pin",
            "client-keys",
            "insecure",
            "proxy",
            "proxy-user",
            "timeout",
            "search-timeout",
            "searches",
            "enterprise-security",
            "sharing",
            "read-roles",
            "write-roles",
            "suppress",
            "schedule-window",
            "format",
            "macros",
            "fallback",
            "index",
            SplunkSettings.ACCELERATED,
            "lookups");
    private static final List<String> OPTIONS =
            List.of("macros", "fallback", "index", SplunkSettings.ACCELERATED, "lookups");
    private static final Set<String> KNOWN_SECRETS =
            Set.of("token", "session-key", "password", "client-keys-password", "proxy-password");
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Settings settings;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Settings settings) {
        this.settings = settings;
    }

    SplunkSettings read() {
        unknown(settings.values().keySet(), KNOWN);
        unknown(settings.secrets().keySet(), KNOWN_SECRETS);
        Optional<URI> url = settings.value("url").flatMap(SettingsReader::url);
        if (url.isEmpty()) {
            problems.add(settings.named("url") + " must be " + urlProblem()
                    + ", host and port alone, like https://splunk.corp.example:8089");
        }
        String app = name("app", "search");
        String owner = name("owner", "nobody");
        Credential credential = credential();
        Tls tls = tls();
        Optional<WebProxy> proxy = proxy();
        Duration timeout = duration("timeout", Duration.ofSeconds(60), Duration.ofMillis(1));
        Duration searchTimeout = duration("search-timeout", Duration.ofMinutes(5), Duration.ofSeconds(1));
        Optional<Integer> searches = searches();
        SplunkSettings.Objects objects = objects();
        Profile profile = profile();
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
                tls,
                proxy,
                timeout,
                searchTimeout,
                searches,
                objects,
                profile);
    }

    /** What the dialect is told; it knows best what it takes. */
    private Profile profile() {
        Map<String, String> options = new TreeMap<>();
        OPTIONS.forEach(key -> settings.value(key).ifPresent(value -> options.put(key, value)));
        Dialect dialect = new SplDialect();
        Profile profile = new Profile(
                settings.value("format").orElse(dialect.defaultProfile().name()), options);
        try {
            dialect.tables(profile);
        } catch (IllegalArgumentException e) {
            problems.add("format or its options: " + e.getMessage());
        }
        return profile;
    }

    private void unknown(Set<String> given, Set<String> known) {
        Set<String> strange = new TreeSet<>(given);
        strange.removeAll(known);
        strange.forEach(key -> problems.add("unknown setting " + key + " (known: " + new TreeSet<>(known) + ")"));
    }

    private String urlProblem() {
        Optional<String> given = settings.value("url");
        boolean clear = given.filter(text -> text.regionMatches(true, 0, "http://", 0, 7))
                .isPresent();
        if (clear) {
            return "https (http would show the credential to the network)";
        }
        return given.isPresent() ? "https" : "given, https";
    }

    private static Optional<URI> url(String text) {
        return parsed(text).filter(url -> {
            boolean local = Set.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(url.getHost()));
            return url.getHost() != null
                    && ("https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && local))
                    && bare(url);
        });
    }

    private Optional<WebProxy> proxy() {
        Optional<String> given = settings.value("proxy");
        Optional<URI> proxy = given.flatMap(SettingsReader::parsed)
                .filter(url -> "http".equals(url.getScheme()) && url.getHost() != null && url.getPort() > 0)
                .filter(SettingsReader::bare);
        if (given.isPresent() && proxy.isEmpty()) {
            problems.add("proxy must be http, host and port alone, like http://proxy.corp.example:3128");
        }
        Optional<Credential.Password> login = proxyLogin(given.isPresent());
        return proxy.map(url -> new WebProxy(url, login));
    }

    private Optional<Credential.Password> proxyLogin(boolean proxied) {
        Optional<String> user = settings.value("proxy-user");
        Optional<Secret> password = settings.secret("proxy-password");
        if (user.isPresent() != password.isPresent() || (user.isPresent() && !proxied)) {
            problems.add("proxy, proxy-user and the secret proxy-password belong together");
            return Optional.empty();
        }
        return user.map(name -> new Credential.Password(name, password.orElseThrow()));
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Nothing beside host and port: a user and password there would end up in messages. */
    private static boolean bare(URI url) {
        boolean path = !url.getRawPath().isEmpty() && !url.getRawPath().equals("/");
        return url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null && !path;
    }

    private Tls tls() {
        boolean insecure = choice("insecure", "false", Set.of("true", "false")).equals("true");
        List<String> pins = list("pin");
        if (!pins.stream().allMatch(pin -> pin.matches("sha256/[A-Za-z0-9+/]{43}="))) {
            problems.add("pin must be sha256/ and the base 64 of a public key's SHA-256, several separated by commas");
            pins = List.of();
        }
        if (insecure && (!pins.isEmpty() || settings.value("ca").isPresent())) {
            problems.add("insecure checks nothing: with a ca or a pin, leave it out");
        }
        return new Tls(settings.value("ca").map(Path::of), pins, clientKeys(), insecure);
    }

    private Optional<ClientKeys> clientKeys() {
        Optional<Path> file = settings.value("client-keys").map(Path::of);
        Optional<Secret> password = settings.secret("client-keys-password");
        if (file.isPresent() != password.isPresent()) {
            problems.add("client-keys (a PKCS#12 file) and the secret client-keys-password belong together");
            return Optional.empty();
        }
        return file.map(keys -> new ClientKeys(keys, password.orElseThrow()));
    }

    private SplunkSettings.Objects objects() {
        String security = choice("enterprise-security", "auto", Set.of("auto", "on", "off"));
        return new SplunkSettings.Objects(
                EnterpriseSecurity.valueOf(security.toUpperCase(Locale.ROOT)),
                access(),
                matching("suppress", "[1-9]\\d{0,5}[smhd]", "a number and s, m, h or d, like 24h"),
                matching(
                        "schedule-window", "auto|[1-9]|[1-4]\\d|5\\d", "auto, or minutes below the hour between runs"));
    }

    private Optional<Access> access() {
        List<String> read = list("read-roles");
        List<String> write = list("write-roles");
        boolean given = settings.value("sharing").isPresent();
        if (!given && read.isEmpty() && write.isEmpty()) {
            return Optional.empty();
        }
        String sharing = choice("sharing", "app", Set.of("app", "global"));
        if (read.isEmpty() || write.isEmpty()) {
            problems.add("sharing, read-roles and write-roles belong together; * is every role");
        }
        if (!read.stream().allMatch(SettingsReader::isRole) || !write.stream().allMatch(SettingsReader::isRole)) {
            problems.add("read-roles and write-roles must be role names, separated by commas, or *");
        }
        return Optional.of(new Access(sharing, read, write));
    }

    private static boolean isRole(String name) {
        return name.matches("\\*|[a-z0-9][a-z0-9_.-]{0,99}");
    }

    private Optional<Integer> searches() {
        return matching("searches", "[1-9]\\d?", "a number of search jobs, from 1 to 99")
                .map(Integer::valueOf);
    }

    private Optional<String> matching(String key, String pattern, String must) {
        Optional<String> given = settings.value(key);
        if (given.isPresent() && !given.get().matches(pattern)) {
            problems.add(key + " must be " + must);
            return Optional.empty();
        }
        return given;
    }

    private List<String> list(String key) {
        return settings.value(key).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private String choice(String key, String otherwise, Set<String> choices) {
        String text = settings.value(key).orElse(otherwise);
        if (!choices.contains(text)) {
            problems.add(key + " must be " + String.join(" or ", new TreeSet<>(choices)));
            return otherwise;
        }
        return text;
    }

    private String name(String key, String otherwise) {
        String name = settings.value(key).orElse(otherwise);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}")) {
            problems.add(key + " must be of letters, digits and . _ @ -");
        }
        return name;
    }

    private Duration duration(String key, Duration otherwise, Duration shortest) {
        Duration given = settings.value(key).map(SettingsReader::seconds).orElse(otherwise);
        if (given.compareTo(shortest) < 0 || given.compareTo(LONGEST) > 0) {
            problems.add(key + " must be seconds or a duration like PT60S, between " + shortest + " and " + LONGEST);
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
        problems.add("no credential: give a " + settings.named("token") + ", or a " + settings.named("user") + " and a "
                + settings.named("password") + ", by environment or file");
        return new Credential.Token(Secret.of(""));
    }

    /** A line end in a token would be an error of the HTTP client, far from its cause. */
    private Credential visible(Credential credential) {
        if (!credential.secret().reveal().matches("[\\x21-\\x7e]+")) {
            problems.add("the token or session key is empty or holds a blank, a line end or another strange character");
        }
        return credential;
    }
}
