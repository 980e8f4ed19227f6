package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.connector.Secret;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.Keys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom we trust over HTTPS, and who we are: in each refusal nothing was sent, no credential above all. */
class TlsTest {
    @TempDir
    static Path folder;

    private static Keys keys;
    private static Path server;
    private static Path ca;
    private static FakeSplunkd splunkd;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        keys = new Keys(folder);
        server = keys.selfSigned("splunkd", "-validity 2 -ext san=dns:localhost");
        ca = keys.certificate(server);
        splunkd = new FakeSplunkd(server, Keys.PASSWORD);
    }

    @AfterAll
    static void stop() {
        splunkd.close();
    }

    @Test
    void itsCaIsTrustedByTheSettingAloneAndNotByAConnectorBesideIt() {
        try (Connector connector = trusting(splunkd).connector()) {
            assertThat(connector.deployed()).isEmpty();
        }
        assertThat(refusal(secure(splunkd), splunkd))
                .hasMessageContaining("not trusted")
                .hasMessageContaining("setting ca");
    }

    @Test
    void anotherCaIsRefused() throws IOException, InterruptedException {
        Path other = keys.certificate(keys.selfSigned("other", "-validity 2 -ext san=dns:localhost"));

        assertThat(refusal(secure(splunkd).with("ca", other.toString()), splunkd))
                .hasMessageContaining("not trusted");
    }

    @Test
    void anotherHostIsRefused() {
        String byAddress = splunkd.secureUrl().replace("localhost", "127.0.0.1");

        assertThat(refusal(trusting(splunkd).with("url", byAddress), splunkd)).hasMessageContaining("not for the host");
    }

    @Test
    void anExpiredCertificateIsRefusedAndCalledSo() throws IOException, InterruptedException {
        Path old = keys.selfSigned("old", "-startdate -10d -validity 2 -ext san=dns:localhost");
        try (FakeSplunkd expired = new FakeSplunkd(old, Keys.PASSWORD)) {
            Connecting trusting =
                    secure(expired).with("ca", keys.certificate(old).toString());

            assertThat(refusal(trusting, expired)).hasMessageContaining("expired");
        }
    }

    @Test
    void theRightPinIsAcceptedAndAnotherRefused() throws IOException, GeneralSecurityException {
        String wrong = "sha256/" + Base64.getEncoder().encodeToString(new byte[32]);
        try (Connector connector = trusting(splunkd).with("pin", pin(ca)).connector()) {
            assertThat(connector.deployed()).isEmpty();
        }
        try (Connector connector =
                trusting(splunkd).with("pin", wrong + ", " + pin(ca)).connector()) {
            assertThat(connector.deployed()).as("one of two").isEmpty();
        }
        assertThat(refusal(trusting(splunkd).with("pin", wrong), splunkd)).hasMessageContaining("pinned");
        assertThat(refusal(secure(splunkd).with("pin", pin(ca)), splunkd))
                .as("a pin makes no stranger trusted")
                .hasMessageContaining("not trusted");
    }

    @Test
    void aServerThatAsksWhoWeAreIsAnswered() throws IOException, InterruptedException {
        Path ours = keys.selfSigned("harrier", "-validity 2");
        Path strangers = keys.selfSigned("stranger", "-validity 2");
        Path trusted = keys.trusting(keys.certificate(ours));
        try (FakeSplunkd asking = new FakeSplunkd(server, Keys.PASSWORD, trusted)) {
            try (Connector connector = showing(asking, ours, Keys.PASSWORD).connector()) {
                assertThat(connector.deployed()).isEmpty();
            }
            for (Connecting refused : new Connecting[] {trusting(asking), showing(asking, strangers, Keys.PASSWORD)}) {
                assertThat(refusal(refused, asking).kind()).isEqualTo(Kind.UNAVAILABLE);
            }
        }
    }

    @Test
    void filesThatCannotBeUsedAreBadSettings() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        for (Connecting wrong : new Connecting[] {
            Connecting.to(splunkd).with("ca", "/nowhere/ca.pem"),
            Connecting.to(splunkd).with("ca", empty.toString()),
            showing(splunkd, Path.of("/nowhere/keys.p12"), Keys.PASSWORD),
            showing(splunkd, server, "s3cr3t-but-wrong")
        }) {
            ConnectorException refusal = catchThrowableOfType(ConnectorException.class, wrong::connector);
            assertThat(refusal).isNotNull();
            assertThat(refusal.kind()).isEqualTo(Kind.CONFIGURATION);
            assertThat(refusal).hasMessageNotContaining("s3cr3t");
        }
    }

    private static Connecting secure(FakeSplunkd to) {
        return Connecting.to(to).with("url", to.secureUrl());
    }

    private static Connecting trusting(FakeSplunkd to) {
        return secure(to).with("ca", ca.toString());
    }

    private static Connecting showing(FakeSplunkd to, Path keys, String password) {
        Connecting trusting = trusting(to).with("client-keys", keys.toString());
        Map<String, Secret> secrets = new HashMap<>(trusting.secrets());
        secrets.put("client-keys-password", Secret.of(password));
        return new Connecting(trusting.deployment(), trusting.values(), secrets, trusting.waiting());
    }

    private static ConnectorException refusal(Connecting connecting, FakeSplunkd to) {
        int before = to.count();
        try (Connector connector = connecting.connector()) {
            ConnectorException refusal = catchThrowableOfType(ConnectorException.class, connector::deployed);
            assertThat(refusal).isNotNull();
            assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(to.count()).as("requests that came through").isEqualTo(before);
            return refusal;
        }
    }

    private static String pin(Path pem) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pem)) {
            byte[] key = CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getPublicKey()
                    .getEncoded();
            return "sha256/"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
        }
    }
}
