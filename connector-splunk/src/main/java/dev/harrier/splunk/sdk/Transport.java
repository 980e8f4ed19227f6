package dev.harrier.splunk.sdk;

import dev.harrier.connector.ConnectorException;
import dev.harrier.splunk.SplunkSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the SDK connections that are really OkHttp calls. */
final class Transport extends URLStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
    /** As many as threads may use one target at once: a connection that is dropped costs a TLS handshake. */
    private static final int IDLE_CONNECTIONS = 32;

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final OkHttpClient client;
    private final Exchange exchange;

    Transport(OkHttpClient client, Exchange exchange) {
        this.client = client;
        this.exchange = exchange;
    }

    @Override
    protected URLConnection openConnection(URL url) {
        return new OkHttpConnection(url, client, exchange);
    }

    /** The client of one target: its own trust, its own pool; nothing in it is global to the process. */
    static OkHttpClient client(SplunkSettings settings) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(settings.timeout())
                .callTimeout(settings.timeout());
        if (settings.insecure()) {
            LOG.warn(
                    "{}: the setting insecure is on; anybody on the way to {} can read the credential and change what is deployed",
                    settings.target(),
                    settings.url());
            trustAnything(builder);
        } else {
            settings.authority().ifPresent(file -> trust(builder, settings.target(), file));
        }
        return builder.build();
    }

    private static void trust(OkHttpClient.Builder builder, String target, Path authority) {
        try (InputStream in = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            use(builder, (X509TrustManager) factory.getTrustManagers()[0]);
        } catch (IOException | GeneralSecurityException e) {
            throw new ConnectorException(
                    ConnectorException.Kind.CONFIGURATION, target, "cannot use the certificates in " + authority, e);
        }
    }

    private static void trustAnything(OkHttpClient.Builder builder) {
        try {
            use(builder, new Unchecked());
            builder.hostnameVerifier((host, session) -> true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    private static void use(OkHttpClient.Builder builder, X509TrustManager trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, new SecureRandom());
        builder.sslSocketFactory(context.getSocketFactory(), trust);
    }
}
