package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowlistTest {
    private static Allowlist of(String entry) {
        return Allowlist.of(List.of(new AllowedValue(entry, "site.txt:7")));
    }

    @ParameterizedTest
    @CsvSource({
        "Corp.odd-bank.com, DOMAIN, corp.odd-bank.com",
        "corp.odd-bank.com, DOMAIN, vpn.corp.odd-bank.com",
        "corp[.]odd-bank[.]com, DOMAIN, vpn.corp.odd-bank.com",
        "odd-bank.com, URL, https://user@odd-bank.com:8443/a",
        "odd-bank.com, EMAIL, soc@mail.odd-bank.com",
        "*.odd-bank.com, DOMAIN, a.b.odd-bank.com",
        ".odd-bank.com, URL, odd-bank.com.odd-bank.com/x",
        "b\u00fccher.de, DOMAIN, xn--bcher-kva.de",
        "lan, DOMAIN, printer.lan",
        "45.77.0.0/16, IPV4, 45.77.3.3",
        "45.77.0.0/16, CIDR, 45.77.128.0/17",
        "45.77.0.0/16, URL, http://45.77.3.3:8080/x",
        "45.77.3.3, IPV4, 45.77.3.3",
        "2a02:2f0e::/32, IPV6, 2a02:2f0e:1::1",
        "2A02:2F0E:0::1, IPV6, 2a02:2f0e::1",
        "HTTPS://odd.net/Path, URL, https://odd.net/path",
        "Global\\Our Mutex, MUTEX, Global\\Our Mutex",
    })
    void covers(String entry, IndicatorType type, String value) {
        assertThat(of(entry).origin(type, value)).contains("site.txt:7");
    }

    @ParameterizedTest
    @CsvSource({
        "odd-bank.com, DOMAIN, not-odd-bank.com",
        "odd-bank.com, DOMAIN, odd-bank.com.evil.net",
        "odd-bank.com, URL, https://odd-bank.com@evil.net/",
        "odd-bank.com, URL, https://evil.net/odd-bank.com",
        "odd-bank.com, EMAIL, odd-bank.com@evil.net",
        "odd-bank.com, FILENAME, a.odd-bank.com",
        "*.odd-bank.com, DOMAIN, odd-bank.com",
        "45.77.0.0/16, IPV4, 45.78.3.3",
        "45.77.0.0/16, CIDR, 45.76.0.0/15",
        "2a02:2f0e::/32, IPV6, 2a02:2f0f::1",
        "45.77.3.3, DOMAIN, 45.77.3.3.evil.net",
        "https://odd.net/path, DOMAIN, odd.net",
    })
    void doesNotCover(String entry, IndicatorType type, String value) {
        assertThat(of(entry).origin(type, value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"com", "co.uk", "*.com", ".co.uk", "1.2.3.4/40", "0.0.0.0/0", "::/0", "2a02::/200", "*.", "."})
    void refusesWhatCanHardlyBeMeant(String entry) {
        assertThat(new AllowedValue(entry, "a:1").problem()).isPresent();
        assertThatThrownBy(() -> of(entry)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNarrowestNetworkIsTheReason() {
        Allowlist site = Allowlist.of(
                List.of(new AllowedValue("45.0.0.0/8", "wide"), new AllowedValue("45.77.0.0/16", "narrow")));
        assertThat(site.origin(IndicatorType.IPV4, "45.77.1.1")).contains("narrow");
        assertThat(site.origin(IndicatorType.IPV4, "45.1.1.1")).contains("wide");
    }

    @Test
    void whatItCoversIsDroppedWithTheLineThatSaysSo() {
        Extraction read = Extraction.of("C2: vpn[.]corp[.]odd-bank[.]com and 45[.]77[.]3[.]3", of("odd-bank.com"));
        assertThat(read.huntable()).containsExactly("45.77.3.3");
        assertThat(read.reasonFor("vpn.corp.odd-bank.com")).contains("site allow-list: site.txt:7");
    }
}
