package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorTest {
    private static final String MD5 = "6e86c57385d26a59c0df1580454b9967";

    @ParameterizedTest
    @CsvSource({
        "CVE, seen CVE-2017-0199 here, CVE-2017-0199",
        "CVE, seen cve 2017-0199 here, CVE-2017-0199",
        "IPV6, from 2a02:2f0e::1a on, 2a02:2f0e::1a",
        "CIDR, all of 2a02:2f0e::/32 is theirs, 2a02:2f0e::/32",
        "IPV4, via ::ffff:45.77.1.9 in, 45.77.1.9",
        "IPV4, words45.77.1.9words, 45.77.1.9",
        "IPV4, IP45.77.1.9, 45.77.1.9",
        "IPV4, .!@..45.77.1.9!@#-, 45.77.1.9",
        "IPV4, root@45.77.1.9 it is, 45.77.1.9",
        "IPV4, 45.77.1.9:443/tcp, 45.77.1.9",
        "EMAIL, sent from bad@[45.77.1.9]x, bad@[45.77.1.9]",
        "MD5, words6e86c57385d26a59c0df1580454b9967words, 6e86c57385d26a59c0df1580454b9967",
        "ASN, hosted in AS 9009 mostly, AS9009",
        "ASN, hosted in ASN: 9009 mostly, AS9009",
        "CIDR, all of 45.77.0.0/16 is theirs, 45.77.0.0/16",
        "ASN, hosted in AS9009 mostly, AS9009",
        "MD5, hash 6E86C57385D26A59C0DF1580454B9967 there, 6e86c57385d26a59c0df1580454b9967",
        "IMPHASH, imphash: 6e86c57385d26a59c0df1580454b9967, 6e86c57385d26a59c0df1580454b9967",
        "JA3, its JA3 is 6e86c57385d26a59c0df1580454b9967, 6e86c57385d26a59c0df1580454b9967",
        "WALLET, pay to 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2 now, 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
        "WALLET, pay to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq now, bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        "PIPE, over \\\\.\\pipe\\mojo_7721 it talks, mojo_7721",
        "REGISTRY, sets HKCU\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Run\\Up to it, HKCU\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Run\\Up",
        "FILEPATH, drops C:\\Program Files\\Foo Bar\\evil.exe and runs, C:\\Program Files\\Foo Bar\\evil.exe",
        "FILEPATH, drops %APPDATA%\\Micro\\a.dll and runs, %APPDATA%\\Micro\\a.dll",
        "FILEPATH, writes /tmp/.x/run.sh and runs, /tmp/.x/run.sh",
        "FILENAME, drops invoice_2021.hta there, invoice_2021.hta",
        "CONTAINER_IMAGE, pulls ghcr.io/evil/miner:1.2 and runs, ghcr.io/evil/miner:1.2",
    })
    void readsEachType(IndicatorType type, String text, String value) {
        assertThat(Extraction.of(text).values(type)).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MD5 d41d8cd98f00b204e9800998ecf8427e | benign: the hash of an empty file",
                "SHA-1 DA39A3EE5E6B4B0D3255BFEF95601890AFD80709 | benign: the hash of an empty file",
                "SHA-256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 | benign: the hash of an empty file",
                "imphash d41d8cd98f00b204e9800998ecf8427e | benign: the hash of an empty file",
                "imphash f34d5f2d4577ed6d9ceec516c1f5a744 | benign: the import hash of every .NET program",
                "MD5 00000000000000000000000000000000 | not a hash: one digit repeated",
            })
    void aHashOfWhatEveryMachineHasIsDropped(String text, String reason) {
        Extraction read = Extraction.of(
                "The malware's files:\n\n| Type | Hash |\n|---|---|\n| " + text.replace(" ", " | ") + " |\n");
        assertThat(read.evidence().indicators()).isEmpty();
        assertThat(read.evidence().dropped())
                .extracting(DroppedCandidate::reason)
                .containsExactly(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It creates a mutex Global\\hb_7711 to run once.",
                "The malware's mutex is Global\\hb_7711.",
                "Files:\n\n| Type | Value |\n|---|---|\n| Mutex | Global\\hb_7711 |\n",
                "Files:\n\n| Type | Value |\n|---|---|\n| Mutex | `Global\\hb_7711` |\n"
            })
    void aMutexInItsNamespaceOrCellNeedsNoWordOfNaming(String text) {
        assertThat(Extraction.of(text).values(IndicatorType.MUTEX)).containsExactly("Global\\hb_7711");
    }

    @ParameterizedTest
    @ValueSource(strings = {"77777777777777777777777777777777", "68b329da9893e34099c7d8ad5cb9c940"})
    void anExampleOfAHashOrThatOfOneLineEndIsNotHunted(String hash) {
        Extraction read = Extraction.of("| MD5 |\n|---|\n| " + hash + " |\n");
        assertThat(read.values(IndicatorType.MD5)).hasSize(1);
        assertThat(read.huntable()).isEmpty();
    }

    @Test
    void theHeadOfATableIsNoMutex() {
        assertThat(Extraction.of("| Mutex | SHA256 | Note |\n|---|---|---|\n| a | b | c |\n")
                        .values(IndicatorType.MUTEX))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v45.77.1.9", "Chrome41.2.3.4", "jdk1.8.0.29", "45.77.1.9beta", ".1.3.6.1"})
    void numbersOfVersionsAndObjectsAreNoAddresses(String text) {
        assertThat(Extraction.of("see " + text + " there").values(IndicatorType.IPV4))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x" + MD5, "C:\\AppX" + MD5 + "\\a", "abcdef" + MD5})
    void hexInsideOtherThingsIsNoHash(String text) {
        assertThat(Extraction.of("see " + text + " there").values(IndicatorType.MD5))
                .isEmpty();
    }

    @Test
    void bothEndsOfARangeAreAddresses() {
        assertThat(Extraction.of("from 45.77.1.0-45.77.1.9 on").values(IndicatorType.IPV4))
                .containsExactly("45.77.1.0", "45.77.1.9");
    }

    @ParameterizedTest
    @CsvSource({
        "'http://odd.net/a.sh,malware,online', http://odd.net/a.sh",
        "'http://odd.net/a,b', 'http://odd.net/a,b'",
        "'http://odd.net/a;http://odd.net/a', http://odd.net/a"
    })
    void urlEndsWithItsFieldOfARow(String text, String url) {
        assertThat(Extraction.of(text).values(IndicatorType.URL)).containsExactly(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- http://odd.net/a.php?id=\n  77&b=1\n",
                "http://odd.net/a.php\n?id=77&b=1\n",
                "| http://odd.net/\n  a.php?id=77&b=1"
            })
    void urlWrappedInAListingIsOneAndItsQuoteHoldsTheBreak(String text) {
        Extraction read = Extraction.of("# IOCs\n\n" + text);
        assertThat(read.values(IndicatorType.URL)).containsExactly("http://odd.net/a.php?id=77&b=1");
        assertThat(read.evidence().indicators().get(0).quote().text())
                .startsWith("http://odd.net/")
                .contains("\n")
                .endsWith("b=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see http://odd.net/a.php?id=\n77\n",
                "http://odd.net/a.php?id=\nand then it stops\n",
                "http://odd.net/a\nodd-file.exe\n",
                "http://odd.net/a?b=\n\n77\n",
                "http://odd.net/a?b=\nhttp://odd.net/c\n"
            })
    void urlIsNeverGluedToProseOrToTheNextIndicator(String text) {
        assertThat(Extraction.of(text).values(IndicatorType.URL).get(0)).doesNotContain("77", "and", "file", "c");
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 20, 24, 30})
    void hashInANarrowColumnIsOne(int width) {
        String sha256 = "a9bbbf5e4797d90d579b2cf6f9d61443dff82ead9d9ffd10f3c31b686ccf81ab";
        String column = sha256.replaceAll("(.{" + width + "})(?!$)", "$1\n  ");
        Extraction read = Extraction.of("# IOCs\n\n  " + column + "\n\nText.");
        assertThat(read.values(IndicatorType.SHA256)).containsExactly(sha256);
        assertThat(read.evidence().indicators().get(0).quote().text()).isEqualTo(column);
    }

    @Test
    void hashWrappedOverTwoLinesIsOne() {
        String sha256 = "a9bbbf5e4797d90d579b2cf6f9d61443dff82ead9d9ffd10f3c31b686ccf81ab";
        Extraction read =
                Extraction.of("Hash " + sha256.substring(0, 40 - 3) + "\n  " + sha256.substring(40 - 3) + "\n");
        assertThat(read.values(IndicatorType.SHA256)).containsExactly(sha256);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "written in ASP.NET today | asp.net | not a domain: a product or technology name",
                "a node.js server | node.js | ",
                "detected as Trojan.Win32.Agent.cc by us | trojan.win32.agent.cc | not a domain: a detection name",
                "the class com.android.vending.app crashed | com.android.vending.app | not a domain: a class or package name",
                "the system.It then waits | system.it | not a domain: a missing blank between two sentences",
                "set proc.name in the rule | proc.name | not a domain: a property in code",
                "run install.sh first | install.sh | not a domain: a file name",
                "from version 10.2.3.4 on | 10.2.3.4 | not an address: a version number",
                "via Chrome/41.2.3.4 agents | 41.2.3.4 | not an address: a product version",
                "code on github.com today | github.com | benign: code hosting",
                "at 192.168.1.5 inside | 192.168.1.5 | benign: private address",
                "asks 8.8.8.8 for it | 8.8.8.8 | benign: well-known resolver",
                "named [REDACTED].ddns.net then | ddns.net | not a domain: the rest of a redacted or templated name",
            })
    void dropsWithTheReason(String text, String value, String reason) {
        Extraction read = Extraction.of(text);
        assertThat(read.values(IndicatorType.DOMAIN)).isEmpty();
        assertThat(read.values(IndicatorType.IPV4)).isEmpty();
        if (reason != null) {
            assertThat(read.reasonFor(value)).contains(reason);
        }
    }

    @Test
    void sharedInfrastructureKeepsTheUrlButNeverHuntsTheBareDomain() {
        Extraction read = Extraction.of("The payload is at hxxps://pastebin[.]com/raw/a1B2 for now.");
        assertThat(read.huntable()).containsExactly("https://pastebin.com/raw/a1B2");
        assertThat(read.values(IndicatorType.DOMAIN)).containsExactly("pastebin.com");
    }

    @Test
    void bareMentionIsKeptButNotHuntable() {
        assertThat(Extraction.of("We looked at odd-name.info yesterday.")
                        .evidence()
                        .indicators())
                .singleElement()
                .matches(i -> !i.huntable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The malware beacons to odd-name.info daily.",
                "# Indicators of compromise\n\n- odd-name.info\n",
                "C&C: odd-name.info"
            })
    void contextMakesHuntable(String text) {
        assertThat(Extraction.of(text).huntable()).containsExactly("odd-name.info");
    }

    @ParameterizedTest
    @CsvSource({
        "It fetches hxxp://evil-c2.net/x daily., evil-c2.net",
        "It fetches hxxps://45.77.1.9/x daily., 45.77.1.9",
    })
    void theHostOfADefangedUrlIsHuntableToo(String text, String host) {
        assertThat(Extraction.of(text).huntable()).hasSize(2).contains(host);
    }

    @Test
    void hostBehindACommentOrQuotationIsNoAccountName() {
        Extraction read = Extraction.of("To john(x)@odd-name.com, \"a b\"@odd-name.net, @odd.name.");
        assertThat(read.values(IndicatorType.DOMAIN)).containsExactly("odd-name.com", "odd-name.net");
        assertThat(read.reasonFor("odd.name")).contains("not a domain: an account name");
    }

    @Test
    void nameThatNoOnionServiceCanHaveIsNeverHunted() {
        Extraction read = Extraction.of("C2: evil[.]onion and expyuzz4wqqyqhjn[.]onion");
        assertThat(read.huntable()).containsExactly("expyuzz4wqqyqhjn.onion");
    }

    @Test
    void hashOfAServersAnswerIsNoClientsAndImportingIsNoImportHash() {
        assertThat(Extraction.of("JA3S: " + MD5).reasonFor(MD5)).isPresent();
        assertThat(Extraction.of("We import " + MD5 + " here").values(IndicatorType.MD5))
                .containsExactly(MD5);
        assertThat(Extraction.of("import hash " + MD5).values(IndicatorType.IMPHASH))
                .containsExactly(MD5);
    }

    @Test
    void digestAndCommitAreNoFileHashes() {
        assertThat(Extraction.of("authentihash " + MD5 + MD5).reasonFor(MD5 + MD5))
                .isPresent();
    }

    @Test
    void markdownLinkIsAReference() {
        Extraction read = Extraction.of("As [they wrote](https://odd-name.info/post) last week.");
        assertThat(read.reasonFor("https://odd-name.info/post")).contains("benign: a reference link");
    }
}
