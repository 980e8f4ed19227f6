package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# IOCs\n- evil . example-c2 . net\n",
                "| evil . example-c2 . net | first seen |\n",
                "Seen:\nevil dot example-c2 dot net\n",
                "It calls evil . example-c2 . net and 45[.]77[.]1[.]9 daily.",
                "It calls hxxps://evil . example-c2 . net/a daily.",
                "From 45[.]77[.]1[.]9 it went to evil dot example-c2 dot net in May.",
            })
    void dotsBetweenBlanksAreReadWhereTheRestSaysIndicator(String text) {
        assertThat(Extraction.of(text).values(IndicatorType.DOMAIN)).containsExactly("evil.example-c2.net");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- 45 . 77 . 1 . 9\n",
                "It calls 45 . 77 . 1 . 9 and evil[.]example-c2[.]net.",
                "| 45 dot 77 dot 1 dot 9 |\n"
            })
    void numbersBetweenBlanksAreReadWhereTheRestSaysIndicator(String text) {
        assertThat(Extraction.of(text).values(IndicatorType.IPV4)).containsExactly("45.77.1.9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We saw the loader . in May it came back .",
                "the dot com bubble of the polka dot net",
                "It calls evil[.]example-c2[.]net daily . it then sleeps . in the end it stops",
                "It calls evil[.]example-c2[.]net . com objects follow",
                "Version 1 . 2 . 3 . 4 of the tool came out",
                "- We saw the loader . com objects were made by it",
                "See a . b . c . d and so on"
            })
    void dotsBetweenBlanksInProseAreLeftAlone(String text) {
        assertThat(Extraction.of(text).values(IndicatorType.DOMAIN)).isSubsetOf("evil.example-c2.net");
        assertThat(Extraction.of(text).values(IndicatorType.IPV4)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "meow://evil-c2.net/a, http://evil-c2.net/a",
        "MEOWS://evil-c2.net/a, https://evil-c2.net/a",
        "xxxps://evil-c2.net/a, https://evil-c2.net/a",
        "hxpp://evil-c2.net/a, http://evil-c2.net/a",
        "hxxx://evil-c2.net/a, http://evil-c2.net/a",
    })
    void wordsInPlaceOfASchemeAreRead(String written, String value) {
        Extraction read = Extraction.of("It fetches " + written + " now");
        assertThat(read.values(IndicatorType.URL)).containsExactly(value);
        assertThat(read.huntable()).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"homeow://evil-c2.net/a", "meow: //evil-c2.net", "the cat says meow://", "steam://run/a.b"})
    void otherWordsBeforeAColonAreNoScheme(String text) {
        assertThat(Extraction.of("It says " + text + " now").values(IndicatorType.URL))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The second stage is fetched from hxxps://evil-c2[.]net/files/\nupdate/b.php?id=7 and is then run in memory.",
                "The second stage is fetched a day later from hxxps://evil-c2[.]net/files/update/\n  b.php?id=7. It is then run."
            })
    void urlWrappedInProseIsOne(String text) {
        assertThat(Extraction.of(text).values(IndicatorType.URL))
                .containsExactly("https://evil-c2.net/files/update/b.php?id=7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The second stage is fetched from there: hxxps://evil-c2[.]net/files/\nIt/then is run in memory.",
                "The second stage is fetched from there: hxxps://evil-c2[.]net/files/\nand then is run in memory.",
                "Short: hxxps://evil-c2[.]net/files/\nb.php?id=7",
                "The second stage is fetched from there: hxxps://evil-c2[.]net/files/\nevil-c3[.]net/a/b.php?id=7"
            })
    void theNextLineOfProseIsNoPartOfAUrl(String text) {
        assertThat(Extraction.of(text).values(IndicatorType.URL)).contains("https://evil-c2.net/files/");
    }

    @Test
    void halvesOfALongerHashAreOneWhereItsKindIsNamed() {
        String first = "9f86d081884c7d659a2feaa0c55ad015";
        String second = "a3bf4f1b2b0b822cd15d6c15b0f00a08";
        assertThat(Extraction.of("SHA-256\n" + first + "\n  " + second + "\n").values(IndicatorType.SHA256))
                .containsExactly(first + second);
        assertThat(Extraction.of("MD5 (not SHA-256: MD5)\n" + first + "\n" + second + "\n")
                        .values(IndicatorType.MD5))
                .containsExactly(first, second);
        assertThat(Extraction.of("Samples\n" + first + "\n" + second + "\n").values(IndicatorType.MD5))
                .containsExactly(first, second);
    }
}
