package dev.harrier.splunk.sdk;

import dev.harrier.connector.ConnectorException;
import dev.harrier.splunk.SplunkSettings;
import dev.harrier.splunk.SplunkSettings.ClientKeys;
import dev.harrier.splunk.SplunkSettings.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.CertificatePinner;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom one target's client trusts, and which certificate it shows: per client, nothing global to the process. */
final class Trust {
    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);
    private static final KeyManager[] NOBODY = {};

    private final SplunkSettings settings;
    private final Tls tls;

    Trust(SplunkSettings settings) {
        this.settings = settings;
        this.tls = settings.tls();
    }

    /** @throws ConnectorException of kind CONFIGURATION if a file can't be used */
    void applyTo(OkHttpClient.Builder builder) {
        X509TrustManager trust = trust();
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), new TrustManager[] {trust}, new SecureRandom());
            builder.sslSocketFactory(context.getSocketFactory(), trust);
        } catch (GeneralSecurityException e) {
            throw unusable("this Java has no TLS", e);
        }
        if (tls.insecure()) {
            LOG.warn(
                    "{}: the setting insecure is on; anybody on the way to {} can read the credential and change what is deployed",
                    settings.target(),
                    settings.url());
            builder.hostnameVerifier((host, session) -> true);
        }
        builder.certificatePinner(pinner());
    }

    private X509TrustManager trust() {
        return tls.insecure()
                ? new Unchecked()
                : new InTime(trusting(tls.authority().map(this::authorities)));
    }

    /** The system's own where no store is given. */
    private X509TrustManager trusting(Optional<KeyStore> store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store.orElse(null));
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw unusable("cannot use the CA certificates", e);
        }
    }

    private KeyStore authorities(Path authority) {
        try (InputStream in = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            if (number == 0) {
                throw unusable(authority + " holds no certificate", null);
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw unusable("cannot use the certificates in " + authority, e);
        }
    }

    private KeyManager[] keys() {
        return tls.clientKeys().map(this::keys).orElse(NOBODY);
    }

    private KeyManager[] keys(ClientKeys keys) {
        char[] password = keys.password().reveal().toCharArray();
        try (InputStream in = Files.newInputStream(keys.file())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory.getKeyManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw unusable("cannot use the client keys in " + keys.file() + " (PKCS#12, and its password right?)", e);
        }
    }

    /** A pin is an additional demand: the chain must be trusted and for the host, and hold the key. */
    private CertificatePinner pinner() {
        CertificatePinner.Builder pinner = new CertificatePinner.Builder();
        tls.pins().forEach(pin -> pinner.add(settings.url().getHost(), pin));
        return pinner.build();
    }

    private ConnectorException unusable(String what, Exception cause) {
        return new ConnectorException(ConnectorException.Kind.CONFIGURATION, settings.target(), what, cause);
    }
}
