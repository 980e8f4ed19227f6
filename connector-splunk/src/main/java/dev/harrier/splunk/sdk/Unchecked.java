package dev.harrier.splunk.sdk;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** Trusts anybody: only behind the switch that says so, which is shouted about. */
final class Unchecked implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
