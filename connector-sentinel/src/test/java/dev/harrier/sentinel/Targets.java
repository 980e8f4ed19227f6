package dev.harrier.sentinel;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.connector.Secret;
import dev.harrier.sentinel.SentinelSettings.Credential;
import dev.harrier.sentinel.SentinelSettings.Endpoints;
import dev.harrier.sentinel.azure.Patience;
import dev.harrier.sentinel.dialect.KqlDialect;
import dev.harrier.sentinel.fake.FakeAzure;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Connectors to the fake. */
final class Targets {
    /** Long enough for a busy machine, never waited out. */
    static final Duration AMPLE = Duration.ofSeconds(60);

    private static final Patience HASTY = new Patience(3, Duration.ofMillis(2), Duration.ofMillis(50), Duration.ZERO);

    private Targets() {}

    static SentinelConnector connect(FakeAzure azure, String deployment) {
        return connect(settings(azure, deployment, FakeAzure.SECRET, AMPLE));
    }

    static SentinelConnector connect(SentinelSettings settings) {
        return connect(settings, Clock.systemUTC());
    }

    static SentinelConnector connect(SentinelSettings settings, Clock clock) {
        RuleBody body = new RuleBody(id -> AttackCatalogue.shipped().current(id), settings.policy());
        return new SentinelConnector(settings, new KqlDialect(), body, HASTY, clock);
    }

    static RuleBody body() {
        return new RuleBody(id -> AttackCatalogue.shipped().current(id), RulePolicy.USUAL);
    }

    static SentinelSettings settings(FakeAzure azure, RulePolicy policy) {
        return settings(azure, "test", FakeAzure.SECRET, AMPLE, policy);
    }

    static SentinelSettings settings(FakeAzure azure, String deployment, String secret, Duration timeout) {
        return settings(azure, deployment, secret, timeout, RulePolicy.USUAL);
    }

    /** The same with another credential. */
    static SentinelSettings with(SentinelSettings settings, Credential credential) {
        return with(settings, credential, settings.timeout(), settings.queryTimeout());
    }

    /** The same, but for how long is waited. */
    static SentinelSettings within(SentinelSettings settings, Duration timeout) {
        return with(settings, settings.credential(), timeout, timeout);
    }

    private static SentinelSettings with(
            SentinelSettings settings, Credential credential, Duration timeout, Duration queryTimeout) {
        return new SentinelSettings(
                settings.target(),
                settings.deployment(),
                settings.subscription(),
                settings.resourceGroup(),
                settings.workspace(),
                settings.workspaceId(),
                credential,
                settings.endpoints(),
                settings.apiVersion(),
                settings.authority(),
                timeout,
                queryTimeout,
                settings.proxy(),
                settings.policy(),
                settings.profile());
    }

    static SentinelSettings settings(FakeAzure azure, Credential credential) {
        return settings(azure, "test", credential, AMPLE, Optional.empty(), RulePolicy.USUAL);
    }

    static SentinelSettings through(FakeAzure azure, URI proxy) {
        return settings(azure, "test", secret(FakeAzure.SECRET), AMPLE, Optional.of(proxy), RulePolicy.USUAL);
    }

    private static SentinelSettings settings(
            FakeAzure azure, String deployment, String secret, Duration timeout, RulePolicy policy) {
        return settings(azure, deployment, secret(secret), timeout, Optional.empty(), policy);
    }

    /** A fake in another process. */
    static SentinelSettings settings(String address, Path certificate) {
        return settings(
                URI.create(address),
                Optional.of(certificate),
                "test",
                secret(FakeAzure.SECRET),
                AMPLE,
                Optional.empty(),
                RulePolicy.USUAL);
    }

    /** A fake, or none, at an address; trusted by a certificate or not at all. */
    static SentinelSettings settings(URI address, Optional<Path> certificate) {
        return settings(
                address, certificate, "test", secret(FakeAzure.SECRET), AMPLE, Optional.empty(), RulePolicy.USUAL);
    }

    private static Credential secret(String secret) {
        return new Credential.ClientSecret(FakeAzure.GUID, FakeAzure.GUID, Secret.of(secret));
    }

    private static SentinelSettings settings(
            FakeAzure azure,
            String deployment,
            Credential credential,
            Duration timeout,
            Optional<URI> proxy,
            RulePolicy policy) {
        return settings(
                azure.address(), Optional.of(azure.certificate()), deployment, credential, timeout, proxy, policy);
    }

    private static SentinelSettings settings(
            URI address,
            Optional<Path> certificate,
            String deployment,
            Credential credential,
            Duration timeout,
            Optional<URI> proxy,
            RulePolicy policy) {
        return new SentinelSettings(
                "fake",
                deployment,
                FakeAzure.GUID,
                "rg",
                "ws",
                FakeAzure.GUID,
                credential,
                new Endpoints(address, URI.create(address + "/v1"), address),
                SentinelSettings.API_VERSION,
                certificate,
                timeout,
                timeout,
                proxy,
                policy,
                Samples.KQL.defaultProfile());
    }
}
