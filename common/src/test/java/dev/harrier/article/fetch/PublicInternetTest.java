package dev.harrier.article.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicInternetTest {
    private static final AddressPolicy POLICY = AddressPolicy.publicInternet();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "168.63.129.16",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:a00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsNotPublicIsRefused(String address) throws UnknownHostException {
        assertThat(POLICY.refusal(InetAddress.getByName(address))).as(address).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "168.63.129.15",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "::ffff:1.1.1.1",
                "64:ff9b::1.1.1.1",
                "2001:4860:4860::8888"
            })
    void whatIsPublicIsLetThrough(String address) throws UnknownHostException {
        assertThat(POLICY.refusal(InetAddress.getByName(address))).as(address).isEmpty();
    }

    @Test
    void aMappedAddressIsReadAsWhatItHides() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        mapped[12] = 127;
        mapped[15] = 1;
        InetAddress raw = java.net.Inet6Address.getByAddress("x", mapped, -1);
        assertThat(POLICY.refusal(raw))
                .hasValueSatisfying(why -> assertThat(why).contains("loopback"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://LOCALHOST./",
                "http://a.localhost/",
                "http://metadata.google.internal/x",
                "http://metadata/",
                "http://printer.local/",
                "http://intranet/",
                "http://nas.home.arpa/",
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://127.0.0.1./",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fd00:ec2::254]/",
                "http://１２７.0.0.1/",
                "http://①②⑦.0.0.1/",
                "https://1.2.3.999/",
                "https://user:secret@example.com/",
                "https://user@example.com/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "gopher://example.com/",
                "javascript:alert(1)",
                "//example.com/",
                "example.com",
                "",
                "http://",
                "jar:http://example.com!/"
            })
    void addressesAreJudgedBeforeAnythingIsSent(String address) {
        assertThatThrownBy(() -> Destination.of(address, POLICY))
                .isInstanceOf(FetchException.class)
                .extracting(thrown -> ((FetchException) thrown).kind())
                .isEqualTo(FetchException.Kind.FORBIDDEN);
    }

    @Test
    void ordinaryAddressesPass() {
        for (String address : List.of("https://example.com/a?b=c", "http://1.1.1.1/", "https://[2606:4700::1111]/x")) {
            assertThat(Destination.of(address, POLICY).url().isHttps()).isEqualTo(address.startsWith("https"));
        }
    }

    @Test
    void secretsAreNotShown() {
        assertThatThrownBy(() -> Destination.of("https://u:hunter2@example.com/a?token=hunter2#hunter2", POLICY))
                .hasMessageStartingWith("https://example.com/a: ")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> Destination.of("ftp://u:hunter2@example.com/a?token=hunter2", POLICY))
                .hasMessageStartingWith("ftp://example.com/a: ")
                .hasMessageNotContaining("hunter2");
    }
}
