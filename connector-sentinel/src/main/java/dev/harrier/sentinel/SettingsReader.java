package dev.harrier.sentinel;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import dev.harrier.dialect.Profile;
import dev.harrier.hunt.EventKind;
import dev.harrier.sentinel.SentinelSettings.Credential;
import dev.harrier.sentinel.SentinelSettings.Endpoints;
import dev.harrier.sentinel.dialect.KqlDialect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks settings, all at once. */
final class SettingsReader {
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern SPAN = Pattern.compile("([1-9]\\d{0,4})([mhd])");
    private static final Set<String> KNOWN = Set.of(
            "subscription",
            "resource-group",
            "workspace",
            "workspace-id",
            "credential",
            "tenant-id",
            "client-id",
            "certificate",
            "federated-token-file",
            "cloud",
            "arm-endpoint",
            "query-endpoint",
            "authority-host",
            "api-version",
            "ca",
            "proxy",
            "timeout",
            "query-timeout",
            "frequency",
            "lookback",
            "suppress",
            "alerts",
            "incidents",
            "rule-budget",
            "low-confidence",
            "retire",
            "tables",
            "lookups");
    private static final Set<String> KNOWN_SECRETS = Set.of("client-secret", "client-keys-password");
    private static final String GITHUB_URL = "ACTIONS_ID_TOKEN_REQUEST_URL";
    private static final String GITHUB_TOKEN = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
    private static final int MOST_RULES = 10_000;

    private final Settings settings;
    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Settings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
    }

    SentinelSettings read() {
        unknown(settings.values().keySet(), KNOWN);
        unknown(settings.secrets().keySet(), KNOWN_SECRETS);
        SentinelSettings checked = new SentinelSettings(
                settings.target(),
                settings.deployment(),
                matching("subscription", GUID),
                matching("resource-group", Pattern.compile("[\\w().-]{1,90}")),
                matching("workspace", Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,88}[A-Za-z0-9]")),
                matching("workspace-id", GUID),
                credential(),
                endpoints(),
                apiVersion(),
                settings.value("ca").map(Path::of),
                seconds("timeout", 60),
                seconds("query-timeout", 180),
                proxy(),
                policy(),
                profile());
        if (!problems.isEmpty()) {
            throw new ConnectorException(
                    ConnectorException.Kind.CONFIGURATION, settings.target(), String.join("; ", problems));
        }
        return checked;
    }

    private void unknown(Set<String> given, Set<String> known) {
        Set<String> strange = new TreeSet<>(given);
        strange.removeAll(known);
        strange.forEach(key -> problems.add("unknown setting " + key + " (known: " + new TreeSet<>(known) + ")"));
    }

    private String matching(String key, Pattern pattern) {
        String value = settings.value(key).orElse("");
        if (!pattern.matcher(value).matches()) {
            problems.add(settings.named(key) + (value.isEmpty() ? " is missing" : " is malformed"));
        }
        return value;
    }

    private Optional<String> perhaps(String key, Pattern pattern) {
        return settings.value(key).map(value -> matching(key, pattern));
    }

    /** A secret that is given says how without being asked; otherwise it is what the environment offers. */
    private Credential credential() {
        String otherwise = settings.secret("client-secret").isPresent() ? "client-secret" : "default";
        return switch (settings.value("credential").orElse(otherwise)) {
            case "client-secret" ->
                new Credential.ClientSecret(
                        matching("tenant-id", GUID), matching("client-id", GUID), required("client-secret"));
            case "certificate" ->
                new Credential.Certificate(
                        matching("tenant-id", GUID),
                        matching("client-id", GUID),
                        file("certificate"),
                        settings.secret("client-keys-password"));
            case "workload-identity" -> workload();
            case "managed-identity" -> new Credential.ManagedIdentity(perhaps("client-id", GUID));
            case "azure-cli" -> new Credential.AzureCli(perhaps("tenant-id", GUID));
            case "default" -> new Credential.Default(perhaps("tenant-id", GUID));
            default -> {
                problems.add(
                        "credential must be client-secret, certificate, workload-identity, managed-identity, azure-cli"
                                + " or default");
                yield new Credential.Default(Optional.empty());
            }
        };
    }

    private Credential workload() {
        String tenant = matching("tenant-id", GUID);
        String client = matching("client-id", GUID);
        String url = environment.getOrDefault(GITHUB_URL, "");
        if (settings.value("federated-token-file").isPresent() || url.isEmpty()) {
            return new Credential.TokenFile(tenant, client, tokenFile());
        }
        String permit = environment.getOrDefault(GITHUB_TOKEN, "");
        Optional<URI> request = parsed(url).filter(SettingsReader::isHttps);
        if (permit.isEmpty() || request.isEmpty()) {
            problems.add("GitHub Actions gives no token: the job needs \"permissions: id-token: write\"");
        }
        return new Credential.GitHubActions(
                tenant, client, request.orElse(URI.create("https://localhost")), Secret.of(permit));
    }

    private Path tokenFile() {
        String named = settings.value("federated-token-file")
                .orElse(environment.getOrDefault("AZURE_FEDERATED_TOKEN_FILE", ""));
        if (named.isEmpty()) {
            problems.add("workload-identity needs federated-token-file, or a job of GitHub Actions with"
                    + " \"permissions: id-token: write\"");
        }
        return Path.of(named);
    }

    private Secret required(String name) {
        if (settings.secret(name).isEmpty()) {
            problems.add("the secret " + settings.named(name) + " is missing");
        }
        return settings.secret(name).orElse(Secret.of(""));
    }

    private Path file(String key) {
        if (settings.value(key).isEmpty()) {
            problems.add(settings.named(key) + " is missing: the path of a file");
        }
        return Path.of(settings.value(key).orElse(""));
    }

    private Endpoints endpoints() {
        Optional<Cloud> cloud = Cloud.of(settings.value("cloud").orElse("public"));
        if (cloud.isEmpty()) {
            problems.add("cloud must be public, us-government or china");
        }
        Cloud named = cloud.orElse(Cloud.PUBLIC);
        return new Endpoints(
                https("arm-endpoint", named.arm()),
                https("query-endpoint", named.query()),
                https("authority-host", named.authority()));
    }

    private String apiVersion() {
        return settings.value("api-version").isEmpty()
                ? SentinelSettings.API_VERSION
                : matching("api-version", Pattern.compile("20\\d\\d-\\d\\d-\\d\\d(-preview)?"));
    }

    private URI https(String key, String otherwise) {
        String value = settings.value(key).orElse(otherwise);
        Optional<URI> uri = parsed(value.endsWith("/") ? value.substring(0, value.length() - 1) : value)
                .filter(SettingsReader::isHttps);
        if (uri.isEmpty()) {
            problems.add(key + " must be an https address");
        }
        return uri.orElse(URI.create(otherwise));
    }

    private Optional<URI> proxy() {
        Optional<String> given = settings.value("proxy");
        Optional<URI> proxy = given.flatMap(SettingsReader::parsed)
                .filter(url -> "http".equals(url.getScheme()) && url.getHost() != null && url.getPort() > 0)
                .filter(url -> url.getUserInfo() == null && url.getPath().isEmpty());
        if (given.isPresent() && proxy.isEmpty()) {
            problems.add("proxy must be http, host and port alone, like http://proxy.corp.example:3128");
        }
        return proxy;
    }

    private static boolean isHttps(URI uri) {
        return "https".equals(uri.getScheme()) && uri.getHost() != null;
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Duration seconds(String key, long otherwise) {
        String value = settings.value(key).orElse(Long.toString(otherwise));
        if (!value.matches("[1-9]\\d{0,2}") || Integer.parseInt(value) > 600) {
            problems.add(key + " must be 1 to 600 seconds");
            return Duration.ofSeconds(otherwise);
        }
        return Duration.ofSeconds(Long.parseLong(value));
    }

    private RulePolicy policy() {
        RulePolicy usual = RulePolicy.USUAL;
        Duration frequency =
                span("frequency", RuleLimits.SHORTEST, RuleLimits.LONGEST).orElse(usual.frequency());
        Duration lookback = span("lookback", RuleLimits.SHORTEST, RuleLimits.LONGEST)
                .orElse(frequency.compareTo(usual.lookback()) > 0 ? frequency : usual.lookback());
        RuleLimits.schedule(frequency, lookback).forEach(problems::add);
        return new RulePolicy(
                frequency,
                lookback,
                span("suppress", RuleLimits.SHORTEST, RuleLimits.LONGEST_SUPPRESSION),
                word(
                                "alerts",
                                Map.of(
                                        "single",
                                        RulePolicy.Grouping.SINGLE,
                                        "per-result",
                                        RulePolicy.Grouping.PER_RESULT))
                        .orElse(usual.grouping()),
                word(
                                "incidents",
                                Map.of(
                                        "per-alert",
                                        RulePolicy.Incidents.PER_ALERT,
                                        "grouped",
                                        RulePolicy.Incidents.GROUPED,
                                        "none",
                                        RulePolicy.Incidents.NONE))
                        .orElse(usual.incidents()),
                budget(),
                word("low-confidence", Map.of("hunting-query", false, "rule", true))
                        .orElse(usual.lowConfidence()),
                word("retire", Map.of("disable", false, "delete", true)).orElse(usual.delete()));
    }

    private int budget() {
        String value = settings.value("rule-budget").orElse(Integer.toString(RulePolicy.LIMIT));
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > MOST_RULES) {
            problems.add("rule-budget must be 0 to " + MOST_RULES);
            return RulePolicy.LIMIT;
        }
        return Integer.parseInt(value);
    }

    /** What the dialect is told; it knows best what it takes. */
    private Profile profile() {
        Map<String, String> options = new TreeMap<>();
        settings.value("tables").ifPresent(tables -> options.put("tables", tables));
        word("lookups", Map.of("true", "true", "false", "false")).ifPresent(yes -> options.put("lookups", yes));
        KqlDialect dialect = new KqlDialect();
        Profile profile = new Profile(dialect.defaultProfile().name(), options);
        try {
            dialect.coverage(EventKind.PROCESS_CREATION, profile);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
        return profile;
    }

    private <T> Optional<T> word(String key, Map<String, T> words) {
        return choice(key, value -> Optional.ofNullable(words.get(value)), "one of " + new TreeSet<>(words.keySet()));
    }

    private Optional<Duration> span(String key, Duration least, Duration most) {
        return choice(
                key,
                value -> span(value).filter(d -> d.compareTo(least) >= 0 && d.compareTo(most) <= 0),
                "a time from " + least.toMinutes() + "m to " + most.toHours() + "h, like 90m, 12h or 2d");
    }

    private <T> Optional<T> choice(String key, Function<String, Optional<T>> reader, String legal) {
        Optional<String> given = settings.value(key);
        Optional<T> read = given.flatMap(reader);
        if (given.isPresent() && read.isEmpty()) {
            problems.add(key + " must be " + legal);
        }
        return read;
    }

    private static Optional<Duration> span(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }
}
