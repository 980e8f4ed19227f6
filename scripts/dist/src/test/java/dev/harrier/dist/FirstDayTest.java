package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.harrier.dist.Harrier.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody meets who uses the program for the first time, and gets something wrong. */
@Tag("slow")
class FirstDayTest {
    private static final String RULE = """
        title: Rclone copies to a remote
        id: fad2ee64-1e2c-5d56-9a51-2a6b7b7c1d11
        logsource: {category: process_creation, product: windows}
        detection:
          selection: {CommandLine|contains: 'rclone copy'}
          condition: selection
        level: high
        """;
    private static final String ARTICLE = """
        # Ransomware crew copies data with rclone
        The threat actor deployed ransomware, and ran `rclone.exe copy C:\\data mega:x` and
        `vssadmin delete shadows /all /quiet`. The registry key HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\evil
        keeps it there. Its server is 45.61.136[.]22.
        """;

    @TempDir
    private Path folder;

    private Harrier harrier;

    @BeforeEach
    void aRule() throws IOException {
        harrier = new Harrier(folder);
        Files.createDirectories(folder.resolve("packs"));
        write("packs/rule.yml", RULE);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    @Test
    void whatGoesToALabInMemoryIsSaidToBeLost() throws Exception {
        String[] kept = {"deploy", "packs", "--lab", "lab.duckdb"};
        assertThat(harrier.run("deploy", "packs").err()).endsWith("--lab FILE keeps it, --to names a SIEM\n");
        assertThat(harrier.run("deploy", "packs").err()).doesNotContain("rollback");
        assertThat(harrier.run("disable", "fad2ee64").err()).contains("nothing there is kept");
        assertThat(harrier.run("disable", "fad2ee64", "--dry-run").err()).doesNotContain("nothing there is kept");
        assertThat(harrier.run(kept).err()).contains("rollback --run").doesNotContain("nothing there is kept");
    }

    @Test
    void theConfigurationIsHeldAgainstTheConnectorsWithoutReachingOne() throws Exception {
        write("harrier.yml", """
            targets:
              prod:
                kind: splunk
                settings: {url: 5, colour: red, timeout: soon, token-file: not-there}
              plain: {kind: splunk, settings: {url: 'http://splunk.corp.example:8089', token-env: NOT_SET}}
              azure: {kind: azure}
              inner: {kind: lab}
              blue: {kind: sentinel}
            """);
        for (String command : new String[] {"config", "doctor"}) {
            Run run = harrier.run(command);
            assertThat(run.exit()).as(command).isEqualTo(3);
            assertThat(run.err())
                    .contains("prod: token-file (HARRIER_PROD_TOKEN_FILE) names not-there, which can't be read: it does"
                            + " not")
                    .contains("unknown setting colour", "timeout must be", "url (HARRIER_PROD_URL) must be https")
                    .contains("url (HARRIER_PLAIN_URL) must be https (http would show", "HARRIER_PLAIN_TOKEN")
                    .contains("kind azure, which no connector is called; there are sentinel, splunk")
                    .contains("the target inner is of kind lab")
                    .contains("workspace-id (HARRIER_BLUE_WORKSPACE_ID) is missing")
                    .doesNotContain("Exception");
        }
        assertThat(harrier.run("config").out()).contains("targets:\n  prod:").contains("token: ********");
    }

    @Test
    void aSettingALevelTooHighIsLedToItsPlace() throws Exception {
        write("harrier.yml", "targets:\n  prod:\n    url: https://x\n");
        assertThat(harrier.run("config").err()).contains("targets.prod.url (did you mean settings.url?)");
    }

    @Test
    void allTargetsWithoutSettingsAreNamedAtOnce() throws Exception {
        Run run = harrier.run("doctor", "--to", "splunk,sentinel,nowhere");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        "url (HARRIER_SPLUNK_URL) must be given",
                        "subscription (HARRIER_SENTINEL_SUBSCRIPTION) is missing")
                .contains("no connector or target is called nowhere; there are lab, sentinel, splunk");
    }

    @Test
    void aRefusedCredentialIsShownOnceAndComplainedOfOnce() throws Exception {
        WireMockServer splunkd =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        splunkd.start();
        try {
            splunkd.stubFor(WireMock.any(WireMock.anyUrl())
                    .willReturn(WireMock.aResponse().withStatus(401)));
            write("token", "a.b.c");
            write("article.md", ARTICLE);
            write(
                    "harrier.yml",
                    "targets: {splunk: {settings: {url: 'http://127.0.0.1:" + splunkd.port()
                            + "', token-file: token}}}\n");
            Run run = harrier.run("run", "article.md", "-o", "made");
            assertThat(run.exit()).as(run.err()).isEqualTo(4);
            assertThat(run.err().lines().filter(line -> line.startsWith("harrier:")))
                    .hasSize(1);
            assertThat(Files.readString(folder.resolve("made/ransomware-crew-copies-data-with-rclone/report.html")))
                    .contains("does not accept the credential");
            assertThat(splunkd.getAllServeEvents()).hasSize(1);
            assertThat(harrier.run("deploy", "packs").err()).doesNotContain("rollback");
        } finally {
            splunkd.stop();
        }
    }

    @Test
    void packsAreFoundBelowAFolderAndOnlyTheirRulesAreTested() throws Exception {
        write("article.md", ARTICLE);
        Path above = folder.resolve("all/of/them");
        Path pack = folder.resolve(harrier.run("generate", "article.md", "-o", above.toString())
                .out()
                .strip());
        Files.createDirectories(pack.resolve("tests"));
        Run sound = harrier.run("test", "all");
        assertThat(sound.exit()).as(sound.err()).isZero();
        assertThat(sound.err()).doesNotContain("sentinel/");
        assertThat(harrier.run("plan", "all").err()).doesNotContain(".yaml:");

        write(folder.relativize(pack) + "/tests/nosuchhunt.hit.jsonl", "{}\n");
        Files.createDirectories(folder.resolve("all/tests"));
        write("all/tests/rulle.hit.jsonl", "{}\n");
        Run stray = harrier.run("test", "all", "packs");
        assertThat(stray.exit()).isEqualTo(2);
        assertThat(stray.err())
                .contains("nosuchhunt.hit.jsonl: there is no rule nosuchhunt beside it; the nearest is ")
                .contains("rulle.hit.jsonl: there is no rule rulle beside it; the nearest is rule");
    }

    @Test
    void wordsThatAreNearlyRightAreCorrected() throws Exception {
        assertThat(harrier.run("extrct", "a.md").err()).contains("did you mean extract?");
        assertThat(harrier.run("extract", "--outptu", "json").err()).contains("did you mean --output?");
        assertThat(harrier.run("xyzzy").err()).doesNotContain("did you mean");
    }

    @Test
    void filesThatCannotBeUsedAreSaidInPlainWords() throws Exception {
        write("afile", "");
        write("article.md", ARTICLE);
        Run lint = harrier.run("lint", "nopacks");
        assertThat(lint.exit()).isEqualTo(3);
        assertThat(lint.err()).isEqualTo("harrier: cannot read nopacks: it does not exist\n");
        Run generate = harrier.run("generate", "article.md", "-o", "afile");
        assertThat(generate.exit()).isEqualTo(3);
        assertThat(generate.err()).contains("cannot write the pack afile").doesNotContain("Exception");
        assertThat(harrier.run("test", "nopacks").err())
                .contains("does not exist")
                .doesNotContain("Exception");
        assertThat(harrier.run("plan", "--config", "no.yml").err()).contains("no.yml: it does not exist");
    }

    /** What can't be said in a language is named by plan, and counted by commands about something else; its days are not searched. */
    @Test
    void whatCannotBeSaidIsNamedOnceAndItsDaysHaveALegend() throws Exception {
        write("packs/rule.yml", RULE.replace("CommandLine|contains", "OwnField"));
        assertThat(harrier.run("plan", "packs").err()).contains("lab:kql: not deployed: Rclone copies to a remote: ");
        assertThat(harrier.run("drift", "packs").err())
                .contains("lab:kql: 1 hunt can't be said there, and is not deployed; plan names it\n")
                .doesNotContain("Rclone");
        assertThat(harrier.run("measure", "packs").out()).contains("? a day that was not wholly searched");
    }

    @Test
    void oneIsSaidInTheSingular() throws Exception {
        assertThat(harrier.run("lint", "packs").err()).contains("1 hunt in 1 file: ");
        assertThat(harrier.run("test", "packs").err()).contains("1 hunt passes, 0 fail");
    }
}
