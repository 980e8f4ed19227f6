package dev.harrier.article.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxiesTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "HTTPS_PROXY", "http://user:pass@127.0.0.1:3128",
            "http_proxy", "127.0.0.1:8080",
            "NO_PROXY", "direct.example, .inside.example");

    private static Proxy of(String address) {
        return new Proxies(ENVIRONMENT, false).select(URI.create(address)).get(0);
    }

    @Test
    void theEnvironmentNamesAProxyForEachScheme() {
        assertThat(of("https://a.example/").address()).isEqualTo(new InetSocketAddress("127.0.0.1", 3128));
        assertThat(of("http://a.example/").address()).isEqualTo(new InetSocketAddress("127.0.0.1", 8080));
        assertThat(new Proxies(Map.of(), false).select(URI.create("http://a.example/")))
                .containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void someHostsNeedNone() {
        assertThat(of("https://direct.example/")).isEqualTo(Proxy.NO_PROXY);
        assertThat(of("https://www.direct.example/")).isEqualTo(Proxy.NO_PROXY);
        assertThat(of("https://a.inside.example/")).isEqualTo(Proxy.NO_PROXY);
        assertThat(of("https://notdirect.example/").type()).isEqualTo(Proxy.Type.HTTP);
    }

    @Test
    void onlyTheProxyGetsItsCredentials() {
        Proxies proxies = new Proxies(ENVIRONMENT, false);
        assertThat(proxies.credentials(new InetSocketAddress("127.0.0.1", 3128)))
                .hasValueSatisfying(url -> assertThat(url.password()).isEqualTo("pass"));
        assertThat(proxies.credentials(new InetSocketAddress("127.0.0.1", 8080)))
                .isEmpty();
    }
}
