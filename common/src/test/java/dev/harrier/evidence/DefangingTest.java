package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefangingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil[.]example-c2[.]net", "evil(.)example-c2(.)net", "evil{.}example-c2{.}net",
                        "evil[dot]example-c2[dot]net",
                "evil(dot)example-c2(DOT)net", "evil DOT example-c2 DOT net", "evil [.] example-c2 [.] net",
                        "evil[.example-c2[.net",
                "evil.]example-c2.]net", "evil[[.]]example-c2[.]net", "evil\\[.\\]example-c2\\[.\\]net",
                        "evil\u200b[.]example\u200b-c2[.]net",
                "evil\uff0eexample-c2\uff0enet", "evil<.>example-c2<.>net", "evil<dot>example-c2<DOT>net",
                        "evil[.]example-c2[.] net",
            })
    void everyDefangedDomainIsRefangedAndHuntable(String written) {
        Extraction read = Extraction.of("It calls " + written + " every hour.");
        assertThat(read.values(IndicatorType.DOMAIN)).containsExactly("evil.example-c2.net");
        assertThat(read.huntable()).contains("evil.example-c2.net");
        assertThat(read.evidence().indicators().get(0).quote().text())
                .startsWith("evil")
                .endsWith("net");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hxxps://evil-c2.net/a.php?x=1",
                "hXXps://evil-c2.net/a.php?x=1",
                "h**ps://evil-c2.net/a.php?x=1",
                "hxxps[://]evil-c2[.]net/a.php?x=1",
                "hxxps[:]//evil-c2[.]net/a.php?x=1",
                "https[:]//evil-c2.net/a.php?x=1",
                "https[:]//evil-c2[.]net/a[.]php?x=1",
                "[https]://evil-c2[.]net/a.php?x=1",
                "hxxps:// evil-c2[.]net/a.php?x=1",
                "h00ps://evil-c2(.)net/a.php?x=1",
                "h[tt]ps://evil-c2.net/a.php?x=1",
                "hxxp(s)://evil-c2.net/a.php?x=1",
                "http[s]://evil-c2.net/a.php?x=1",
                "hxps://evil-c2.net/a.php?x=1",
                "h~~ps://evil-c2.net/a.php?x=1",
                "https: //evil-c2.net/a.php?x=1",
                "https :// evil-c2.net/a.php?x=1",
                "httxs://evil-c2.net/a.php?x=1",
                "https://evil-c2.net/a.php[?]x[=]1",
                "hxxps:\\\\evil-c2[.]net/a.php?x=1",
            })
    void everyDefangedUrlIsRefanged(String written) {
        Extraction read = Extraction.of("It fetches <" + written + ">.");
        assertThat(read.values(IndicatorType.URL)).containsExactly("https://evil-c2.net/a.php?x=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad@evil-c2.net",
                "bad[@]evil-c2[.]net",
                "bad[at]evil-c2[.]net",
                "bad at evil-c2 DOT net",
                "bad(at)evil-c2(dot)net",
                "bad<at>evil-c2.net"
            })
    void everyDefangedAddressIsRefanged(String written) {
        assertThat(Extraction.of("Sent by " + written + ".").values(IndicatorType.EMAIL))
                .containsExactly("bad@evil-c2.net");
    }

    @ParameterizedTest
    @CsvSource({
        "45[.]77[.]1[.]9, 45.77.1.9",
        "45.77.1[.]9, 45.77.1.9",
        "45(.)77(.)1(.)9, 45.77.1.9",
        "45\\.77\\.1\\.9, 45.77.1.9",
        "045.77.1.9, 45.77.1.9"
    })
    void everyDefangedAddressIsCanonical(String written, String value) {
        assertThat(Extraction.of("from " + written + " on").values(IndicatorType.IPV4))
                .containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource({
        "evil-c2[.]com[.] Then it ends, evil-c2.com",
        "45[.]77[.]1[.]9[.] Then it ends, 45.77.1.9",
    })
    void defangedFullStopEndsTheSentence(String text, String value) {
        assertThat(Extraction.of("It calls " + text).huntable()).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource({"fxp://evil-c2.net/a, ftp://evil-c2.net/a", "hxxp://[2a02:2f0e::1a]:81/a, http://[2a02:2f0e::1a]:81/a"})
    void otherSchemesAndHosts(String written, String value) {
        assertThat(Extraction.of("It fetches " + written + " now").values(IndicatorType.URL))
                .containsExactly(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a Flash (.swf) exploit",
                "call foo(.5) or [.net core",
                "see (at the end) of it",
                "C:\\Users\\.ssh\\id",
                "list[...]of.things",
                "He met us at noon DOT matrix",
                "(a) first (d) fourth",
                "as <at> and <dot> say",
                "use http:// or https:// as you like"
            })
    void proseIsLeftAlone(String text) {
        assertThat(Extraction.of(text).values(IndicatorType.DOMAIN)).isEmpty();
        assertThat(Extraction.of(text).values(IndicatorType.EMAIL)).isEmpty();
    }
}
