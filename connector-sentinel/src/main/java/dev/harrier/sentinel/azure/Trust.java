package dev.harrier.sentinel.azure;

import dev.harrier.connector.ConnectorException;
import dev.harrier.sentinel.SentinelSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** The one OkHttp client of a target: no redirects, an additional CA where one is named. */
final class Trust {
    private Trust() {}

    static OkHttpClient client(SentinelSettings settings) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(settings.timeout());
        settings.proxy()
                .map(proxy -> new InetSocketAddress(proxy.getHost(), proxy.getPort()))
                .ifPresent(address -> builder.proxy(new Proxy(Proxy.Type.HTTP, address)));
        settings.authority().ifPresent(file -> add(builder, settings.target(), file));
        return builder.build();
    }

    private static void add(OkHttpClient.Builder builder, String target, Path authority) {
        try {
            TrustManagerFactory all = trusting(store(named(authority)));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, all.getTrustManagers(), new SecureRandom());
            builder.sslSocketFactory(context.getSocketFactory(), (X509TrustManager) all.getTrustManagers()[0]);
        } catch (IOException | GeneralSecurityException e) {
            throw new ConnectorException(
                    ConnectorException.Kind.CONFIGURATION, target, "cannot use the certificates in " + authority, e);
        }
    }

    private static Collection<? extends Certificate> named(Path authority)
            throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(authority)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new CertificateException("no certificate in it");
            }
            return found;
        }
    }

    /** The named certificates and those that the platform trusts anyway. */
    private static KeyStore store(Collection<? extends Certificate> named)
            throws IOException, GeneralSecurityException {
        List<Certificate> all = new ArrayList<>(named);
        X509TrustManager platform = (X509TrustManager) trusting((KeyStore) null).getTrustManagers()[0];
        all.addAll(List.of(platform.getAcceptedIssuers()));
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < all.size(); i++) {
            store.setCertificateEntry("ca-" + i, all.get(i));
        }
        return store;
    }

    private static TrustManagerFactory trusting(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
