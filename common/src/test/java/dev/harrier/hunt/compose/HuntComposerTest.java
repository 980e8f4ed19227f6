package dev.harrier.hunt.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.Article;
import dev.harrier.assess.Relevance;
import dev.harrier.assess.TechniqueFinding;
import dev.harrier.attack.Technique;
import dev.harrier.evidence.Behaviour;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.Indicator;
import dev.harrier.evidence.IndicatorType;
import dev.harrier.evidence.Quote;
import dev.harrier.evidence.Vulnerability;
import dev.harrier.hunt.ConditionOracle;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.HuntPack;
import dev.harrier.hunt.HuntTitle;
import dev.harrier.hunt.LeftOut;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.catalogue.Catalogue;
import dev.harrier.hunt.sigma.SigmaReader;
import dev.harrier.hunt.sigma.SigmaWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HuntComposerTest {
    private static final HuntComposer COMPOSER = new HuntComposer(Catalogue.shipped());
    private static final Quote QUOTE = new Quote("q", 0, 1);

    private static HuntPack compose(Evidence evidence) {
        return COMPOSER.compose(Stories.article("Nothing."), evidence, Stories.threat(), false);
    }

    private static boolean hits(HuntPack pack, EventKind kind, Map<String, ?> event) {
        return pack.hunts().stream()
                .filter(h -> h.logic().kind() == kind)
                .anyMatch(h -> ConditionOracle.matches((Logic.Detection) h.logic(), event));
    }

    @Test
    void indicatorsBecomeHuntsByTypeAndEventKind() {
        HuntPack pack = compose(Stories.indicators(List.of(
                Stories.indicator(IndicatorType.DOMAIN, "evil.example"),
                Stories.indicator(IndicatorType.IPV4, "203.0.113.9"),
                Stories.indicator(IndicatorType.CIDR, "198.51.100.0/24"),
                Stories.indicator(IndicatorType.SHA256, "ab".repeat(32)),
                Stories.indicator(IndicatorType.URL, "https://evil.example/a/b.php?x=1"),
                Stories.indicator(IndicatorType.FILENAME, "wintaskupd64.exe"))));
        assertThat(hits(pack, EventKind.DNS_QUERY, Map.of("QueryName", "cdn.EVIL.example")))
                .isTrue();
        assertThat(hits(pack, EventKind.DNS_QUERY, Map.of("QueryName", "notevil.example")))
                .isFalse();
        assertThat(hits(pack, EventKind.NETWORK_CONNECTION, Map.of("DestinationHostname", "evil.example")))
                .isTrue();
        assertThat(hits(pack, EventKind.NETWORK_CONNECTION, Map.of("DestinationIp", "203.0.113.9")))
                .isTrue();
        assertThat(hits(pack, EventKind.NETWORK_CONNECTION, Map.of("DestinationIp", "198.51.100.77")))
                .isTrue();
        assertThat(hits(pack, EventKind.NETWORK_CONNECTION, Map.of("DestinationIp", "203.0.113.90")))
                .isFalse();
        for (EventKind kind : Set.of(EventKind.PROCESS_CREATION, EventKind.FILE_EVENT, EventKind.IMAGE_LOAD)) {
            assertThat(hits(pack, kind, Map.of("sha256", "AB".repeat(32)))).isTrue();
        }
        assertThat(hits(pack, EventKind.PROXY, Map.of("c-uri", "http://evil.example/a/b.php?x=1&y")))
                .isTrue();
        assertThat(hits(pack, EventKind.FILE_EVENT, Map.of("TargetFilename", "C:\\x\\WinTaskUpd64.exe")))
                .isTrue();
        assertThat(hits(pack, EventKind.PROCESS_CREATION, Map.of("Image", "C:\\x\\wintaskupd64.exe")))
                .isTrue();
    }

    @Test
    void everyHuntIsFitForATarget() {
        HuntPack pack = compose(many(3000));
        assertThat(pack.hunts()).extracting(Hunt::title).doesNotHaveDuplicates().allSatisfy(title -> {
            assertThat(title.length()).isLessThanOrEqualTo(HuntTitle.LONGEST);
            assertThat(title).matches("[0-9A-Za-z.,:;+_()#@=&' -]+");
        });
        assertThat(pack.hunts()).extracting(Hunt::id).doesNotHaveDuplicates();
        assertThat(pack.hunts()).allSatisfy(hunt -> {
            assertThat(hunt.grounds()).isNotEmpty();
            assertThat(hunt.timeToLive()).contains(Duration.ofDays(90));
            assertThat(hunt.description()).doesNotContain("\u202e", "\n");
            Hunt again =
                    SigmaReader.read(SigmaWriter.write(hunt), "x.yml").get(0).toHunt();
            assertThat(again.logic()).isEqualTo(hunt.logic());
            assertThat(again.id()).isEqualTo(hunt.id());
            assertThat(SigmaWriter.write(hunt).length()).as(hunt.title()).isLessThan(9000);
        });
    }

    private static Evidence many(int count) {
        return Stories.indicators(IntStream.range(0, count)
                .mapToObj(i -> Stories.indicator(IndicatorType.DOMAIN, "host" + i + ".evil.example"))
                .toList());
    }

    @Test
    void readingAgainChangesNothingAndOneMoreIndicatorChangesOneHuntPerKind() {
        HuntPack before = compose(many(1000));
        List<Indicator> shuffled = new ArrayList<>(many(1000).indicators());
        Collections.shuffle(shuffled, new Random(7));
        assertThat(compose(Stories.indicators(shuffled)).hunts()).isEqualTo(before.hunts());
        Map<HuntId, Logic> old = before.hunts().stream().collect(Collectors.toMap(Hunt::id, Hunt::logic));
        List<Hunt> after = compose(many(1001)).hunts();
        assertThat(after).extracting(Hunt::id).containsExactlyInAnyOrderElementsOf(old.keySet());
        assertThat(after).filteredOn(h -> !old.get(h.id()).equals(h.logic())).hasSize(2);
    }

    @Test
    void whatMayNotBeHuntedIsLeftOutWithTheReason() {
        Indicator mentioned = new Indicator(IndicatorType.DOMAIN, "seen.example", QUOTE, false, "only mentioned");
        HuntPack pack = compose(Stories.indicators(List.of(
                mentioned,
                Stories.indicator(IndicatorType.CIDR, "10.0.0.0/8"),
                Stories.indicator(IndicatorType.FILENAME, "svchost.exe"),
                Stories.indicator(IndicatorType.FILENAME, "setup.exe"),
                Stories.indicator(IndicatorType.FILEPATH, "/tmp/x"))));
        assertThat(pack.hunts()).isEmpty();
        assertThat(pack.leftOut()).hasSize(5).contains(new LeftOut("domain seen.example", "only mentioned"));
    }

    @Test
    void anIndicatorOfAnotherArticlesPackIsReferredToAndNotHuntedTwice() {
        Evidence shared = Stories.indicators(List.of(Stories.indicator(IndicatorType.DOMAIN, "evil.example")));
        Evidence more = Stories.indicators(List.of(
                Stories.indicator(IndicatorType.DOMAIN, "evil.example"),
                Stories.indicator(IndicatorType.DOMAIN, "worse.example")));
        HuntPack first = COMPOSER.compose(Stories.article("One."), shared, Stories.threat(), false);
        Hunted hunted = Hunted.nothing().and(first);
        HuntPack second = COMPOSER.compose(other(0), more, Stories.threat(), false, hunted);
        assertThat(hits(second, EventKind.DNS_QUERY, Map.of("QueryName", "worse.example")))
                .isTrue();
        assertThat(hits(second, EventKind.DNS_QUERY, Map.of("QueryName", "evil.example")))
                .isFalse();
        assertThat(second.leftOut()).singleElement().satisfies(l -> assertThat(l.reason())
                .startsWith("hunted already by the pack of"));
        assertThat(COMPOSER.compose(Stories.article("One."), shared, Stories.threat(), false, hunted))
                .as("the same article read again")
                .isEqualTo(first);
        assertThat(COMPOSER.compose(other(90), shared, Stories.threat(), false, hunted)
                        .hunts())
                .as("the first pack's hunts die long before")
                .isNotEmpty();
    }

    private static Article other(int daysLater) {
        Article article = Stories.article("Two.");
        return new Article(
                "other.md",
                "Other",
                Optional.empty(),
                article.published().map(d -> d.plusDays(daysLater)),
                Optional.empty(),
                article.text(),
                List.of());
    }

    @Test
    void vulnerabilitiesBecomeAQuestionToTheInventory() {
        Article article = Stories.article("They used CVE-2026-12345 in Acme Gate.");
        Quote quote = Stories.quote(article, "CVE-2026-12345");
        Evidence evidence = new Evidence(
                List.of(new Indicator(IndicatorType.CVE, "CVE-2026-12345", quote, false, "a vulnerability")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Vulnerability(
                        "CVE-2026-12345", Optional.of("Acme Gate"), Optional.empty(), Optional.empty(), quote)));
        HuntPack pack = COMPOSER.compose(article, evidence, Stories.threat(), false);
        assertThat(pack.leftOut()).isEmpty();
        assertThat(pack.hunts()).singleElement().satisfies(hunt -> {
            assertThat(hunt.kind()).isEqualTo(Hunt.Kind.EXPOSURE);
            assertThat(hunt.grounds()).extracting(g -> g.quote()).containsExactly(quote);
        });
        assertThat(hits(pack, EventKind.VULNERABILITY, Map.of("cve", "CVE-2026-12345")))
                .isTrue();
        assertThat(hits(pack, EventKind.VULNERABILITY, Map.of("cve", "CVE-2026-1234")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "%APPDATA%\\Zloader\\run.dll~C:\\Users\\a\\AppData\\Roaming\\Zloader\\run.dll~C:\\Zloader\\run.dll",
                "$env:TEMP\\qakinst.exe~C:\\Users\\a\\AppData\\Local\\Temp\\qakinst.exe~C:\\Users\\a\\qakinst.exe",
                "C:\\Users\\<user>\\Videos\\drop1.bin~D:\\Users\\bob\\Videos\\drop1.bin~D:\\Users\\bob\\drop1.bin",
                "C:\\ProgramData\\svchost.exe~C:\\ProgramData\\svchost.exe~C:\\Windows\\System32\\svchost.exe",
                "%USERPROFILE%\\kit\\~C:\\Users\\b\\kit\\x~C:\\Users\\b\\kitx",
                "Version.dll~C:\\ProgramData\\kit\\version.dll~C:\\Windows\\System32\\version.dll",
                "dwmapi.dll~C:\\Program Files\\Editor\\dwmapi.dll~C:\\WINDOWS\\WinSxS\\amd64_x\\dwmapi.dll",
            })
    void pathsAreWrittenAsTelemetryShowsThem(String path, String hit, String miss) {
        HuntPack pack = compose(Stories.behaviours(new Behaviour.FilePath(path, QUOTE)));
        assertThat(hits(pack, EventKind.FILE_EVENT, Map.of("TargetFilename", hit)))
                .isTrue();
        assertThat(hits(pack, EventKind.FILE_EVENT, Map.of("TargetFilename", miss)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Windows\\System32",
                "%APPDATA%",
                "C:\\Windows\\System32\\rundll32.exe",
                "C:\\Users\\Public\\<random>.exe",
                "%FROBNICATE%\\a.exe",
                "<name>.exe",
                "%TEMP%\\*"
            })
    void pathsThatEveryWindowsHasAreLeftOut(String path) {
        HuntPack pack = compose(Stories.behaviours(new Behaviour.FilePath(path, QUOTE)));
        assertThat(pack.hunts()).isEmpty();
        assertThat(pack.leftOut()).hasSize(1);
    }

    @Test
    void commandsNeedMoreThanEverydayParts() {
        HuntPack pack = compose(Stories.behaviours(
                new Behaviour.CommandLine(
                        "rundll32.exe",
                        "rundll32 C:\\ProgramData\\q.dll,Entry7",
                        List.of("\\ProgramData\\q.dll", "Entry7"),
                        QUOTE),
                new Behaviour.CommandLine("powershell.exe", "powershell -enc", List.of("-enc"), QUOTE),
                new Behaviour.CommandLine("cmd.exe", "cmd /c", List.of(), QUOTE)));
        assertThat(pack.hunts()).hasSize(1);
        assertThat(pack.leftOut()).hasSize(2);
        String command = "C:\\Windows\\rundll32.exe C:\\ProgramData\\q.dll , entry7";
        assertThat(hits(
                        pack,
                        EventKind.PROCESS_CREATION,
                        Map.of("Image", "C:\\W\\rundll32.exe", "CommandLine", command)))
                .isTrue();
        assertThat(hits(
                        pack,
                        EventKind.PROCESS_CREATION,
                        Map.of("Image", "C:\\W\\rundll32.exe", "CommandLine", "rundll32 C:\\ProgramData\\q.dll")))
                .isFalse();
    }

    @Test
    void commonPairsAndProgramsAreLeftOutAndUnusualOnesKept() {
        HuntPack pack = compose(Stories.behaviours(
                new Behaviour.ParentChild("explorer.exe", "powershell.exe", QUOTE),
                new Behaviour.ParentChild("w3wp.exe", "cmd.exe", QUOTE),
                new Behaviour.Process("powershell.exe", QUOTE),
                new Behaviour.ParentChild("wintaskupd64.exe", "cmd.exe", QUOTE)));
        assertThat(pack.hunts()).hasSize(2);
        assertThat(pack.leftOut()).hasSize(2);
        Map<String, String> event = Map.of("ParentImage", "c:\\i\\w3wp.exe", "Image", "c:\\w\\cmd.exe");
        assertThat(hits(pack, EventKind.PROCESS_CREATION, event)).isTrue();
    }

    @Test
    void aBareHiveIsNoValueThatIsSet() {
        HuntPack pack = compose(Stories.behaviours(
                new Behaviour.RegistryValue("HKLM\\SAM", Optional.empty(), QUOTE),
                new Behaviour.RegistryValue("HKEY_LOCAL_MACHINE", Optional.of("something"), QUOTE)));
        assertThat(pack.hunts()).isEmpty();
        assertThat(pack.leftOut()).hasSize(2).allMatch(left -> left.reason().contains("a hive or the root of one"));
    }

    @Test
    void aKeyEndsAtASeparator() {
        HuntPack pack = compose(
                Stories.behaviours(new Behaviour.RegistryValue("HKLM\\SOFTWARE\\Hbx\\Sam", Optional.empty(), QUOTE)));
        assertThat(sets(pack, "HKLM\\SOFTWARE\\Hbx\\Sam")).isTrue();
        assertThat(sets(pack, "HKLM\\SOFTWARE\\Hbx\\Sam\\Value")).isTrue();
        assertThat(sets(pack, "HKLM\\SOFTWARE\\Hbx\\Samsung")).isFalse();
    }

    private static boolean sets(HuntPack pack, String target) {
        return hits(pack, EventKind.REGISTRY_SET, Map.of("TargetObject", target));
    }

    @Test
    void whatIsNoIndicatorAndHuntedAsBehaviourSaysWhere() {
        Quote words = new Quote("C:\\Users\\Public\\hb.hiv", 0, 22);
        Evidence evidence = new Evidence(
                List.of(new Indicator(IndicatorType.FILEPATH, words.text(), words, false, "only mentioned")),
                List.of(),
                List.of(new Behaviour.FilePath(words.text(), words)),
                List.of(),
                List.of());
        HuntPack pack = compose(evidence);
        assertThat(pack.leftOut())
                .extracting(LeftOut::reason)
                .containsExactly("not as an indicator; hunted as behaviour in \u201c"
                        + pack.hunts().get(0).title() + "\u201d");
    }

    @Test
    void namesInTheRegistryServicesTasksAndPipes() {
        HuntPack pack = compose(Stories.behaviours(
                new Behaviour.RegistryValue(
                        "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run", Optional.of("zload.exe"), QUOTE),
                new Behaviour.RegistryValue(
                        "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run",
                        Optional.empty(),
                        QUOTE),
                new Behaviour.Service("WinTaskSvc64", QUOTE),
                new Behaviour.Service("Spooler", QUOTE),
                new Behaviour.ScheduledTask("UpdMgrX", QUOTE),
                new Behaviour.NamedPipe("msse-1234-server", QUOTE),
                new Behaviour.UserAgent("Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/115.0", QUOTE),
                new Behaviour.UserAgent("ZLoad Agent/7", QUOTE)));
        assertThat(pack.leftOut()).hasSize(3);
        assertThat(hits(
                        pack,
                        EventKind.REGISTRY_SET,
                        Map.of(
                                "TargetObject",
                                "HKU\\S-1\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run\\Z",
                                "Details",
                                "C:\\p\\zload.exe")))
                .isTrue();
        assertThat(hits(pack, EventKind.SERVICE_CREATION, Map.of("ServiceName", "wintasksvc64")))
                .isTrue();
        assertThat(hits(pack, EventKind.TASK_CREATION, Map.of("TaskName", "\\UpdMgrX")))
                .isTrue();
        assertThat(hits(
                        pack,
                        EventKind.PROCESS_CREATION,
                        Map.of("Image", "c:\\schtasks.exe", "CommandLine", "schtasks /create /tn UpdMgrX")))
                .isTrue();
        assertThat(hits(pack, EventKind.PIPE_CREATED, Map.of("PipeName", "\\msse-1234-server")))
                .isTrue();
        assertThat(hits(pack, EventKind.PROXY, Map.of("c-useragent", "ZLoad Agent/7")))
                .isTrue();
    }

    @Test
    void aPipeNameThatBreaksOffIsTheBeginningOfMany() {
        HuntPack pack = compose(Stories.behaviours(new Behaviour.NamedPipe("qdrift_", QUOTE)));
        assertThat(hits(pack, EventKind.PIPE_CREATED, Map.of("PipeName", "\\qdrift_7f31")))
                .isTrue();
        assertThat(hits(pack, EventKind.PIPE_CREATED, Map.of("PipeName", "\\qdriver_7f31")))
                .isFalse();
    }

    @Test
    void catalogueHuntsNeedTechniqueAndWords() {
        Article article =
                Stories.article("They deleted shadow copies with vssadmin (T1490), then encrypted. T1003.001 too.");
        Evidence none = Stories.indicators(List.of());
        var impact = Stories.technique("T1490", Stories.quote(article, "T1490"));
        var lsass = Stories.technique("T1003.001", Stories.quote(article, "T1003.001"));
        HuntPack pack = COMPOSER.compose(article, none, Stories.threat(impact, lsass), false);
        assertThat(pack.hunts()).singleElement().satisfies(hunt -> {
            assertThat(hunt.title()).isEqualTo("Volume shadow copies deleted or shrunk");
            assertThat(hunt.selectedBecause()).contains("T1490", "shadow copies");
            assertThat(hunt.references()).contains(article.url().orElseThrow().toString());
            assertThat(hunt.timeToLive()).isEmpty();
            assertThat(hunt.grounds()).hasSize(2);
        });
        assertThat(COMPOSER.compose(article, none, Stories.threat(), false).hunts())
                .isEmpty();
    }

    @Test
    void aStrayWordFarFromTheTechniqueSelectsNothing() {
        Article article =
                Stories.article("People may copy and paste the list into a sheet.\n\nThey ran PowerShell (T1059.001).");
        var powershell = Stories.technique("T1059.001", Stories.quote(article, "ran PowerShell (T1059.001)"));
        assertThat(COMPOSER.compose(article, Stories.indicators(List.of()), Stories.threat(powershell), false)
                        .hunts())
                .isEmpty();
    }

    @Test
    void twoDifferentWordsSelectWhereverTheyStand() {
        Article article = Stories.article(
                "A fake CAPTCHA page fills the clipboard.\n\nVictims press Win+R.\n\nThen PowerShell (T1059.001) ran.");
        var powershell = Stories.technique("T1059.001", Stories.quote(article, "PowerShell (T1059.001)"));
        assertThat(COMPOSER.compose(article, Stories.indicators(List.of()), Stories.threat(powershell), false)
                        .hunts())
                .extracting(Hunt::title)
                .contains("Script host with an address started from the Run dialogue");
    }

    @Test
    void wordsThatOnlyNameATechniqueBesideItsIdSelectNothing() {
        Article article = Stories.article("| T1490 | Shadow copies removed |\n");
        var impact = new TechniqueFinding(
                new Technique("T1490", "Shadow Copies Removed", List.of(), List.of(), false, Optional.empty()),
                0.9,
                "spelt out",
                List.of(Stories.quote(article, "T1490")));
        assertThat(COMPOSER.compose(article, Stories.indicators(List.of()), Stories.threat(impact), false)
                        .hunts())
                .isEmpty();
    }

    @Test
    void wordsOfLinuxHuntsCountOnlyInArticlesOnLinux() {
        String text = "The web shell let them run whoami (T1505.003).";
        assertThat(linuxHunts(text)).isEmpty();
        assertThat(linuxHunts(text + " All servers ran Linux.")).isNotEmpty();
    }

    private static List<Hunt> linuxHunts(String text) {
        Article article = Stories.article(text);
        var shell = Stories.technique("T1505.003", Stories.quote(article, "T1505.003"));
        return COMPOSER.compose(article, Stories.indicators(List.of()), Stories.threat(shell), false).hunts().stream()
                .filter(h -> h.title().contains("Linux"))
                .toList();
    }

    @Test
    void whatIsNoThreatYieldsNoHuntButThingsToCheck() {
        Article article = Stories.article(
                "Docker Hub had unauthorized access to a database. Usernames and hashed passwords were exposed,\nand GitHub tokens for autobuilds were revoked.");
        Evidence evidence = Stories.indicators(List.of(Stories.indicator(IndicatorType.DOMAIN, "evil.example")));
        var assessment = Stories.assessment(false, Relevance.Kind.BREACH_NEWS);
        HuntPack pack = COMPOSER.compose(article, evidence, assessment, false);
        assertThat(pack.hunts()).isEmpty();
        assertThat(pack.leftOut()).singleElement().satisfies(l -> assertThat(l.reason())
                .contains("breach news"));
        assertThat(pack.toCheck())
                .anyMatch(c -> c.contains("pull secrets") && c.contains("Docker Hub"))
                .anyMatch(c -> c.contains("digests"))
                .anyMatch(c -> c.contains("secrets that builds use"));
        assertThat(COMPOSER.compose(article, evidence, assessment, true).hunts())
                .isNotEmpty();
        var marketing = Stories.assessment(false, Relevance.Kind.PRODUCT_OR_MARKETING);
        assertThat(COMPOSER.compose(article, evidence, marketing, false).toCheck())
                .isEmpty();
    }
}
