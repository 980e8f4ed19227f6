package dev.harrier.hunt.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.Article;
import dev.harrier.evidence.Behaviour;
import dev.harrier.evidence.Behaviour.Network.Trait;
import dev.harrier.evidence.Behaviour.Platform;
import dev.harrier.evidence.Quote;
import dev.harrier.hunt.ConditionOracle;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import dev.harrier.hunt.LeftOut;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.catalogue.Catalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What articles say of Linux, macOS, clouds, services and traffic. */
class OtherSystemsTest {
    private static final HuntComposer COMPOSER = new HuntComposer(Catalogue.shipped());
    private static final Quote QUOTE = new Quote("q", 0, 1);

    private static HuntPack compose(Behaviour... behaviours) {
        return COMPOSER.compose(Stories.article("Nothing."), Stories.behaviours(behaviours), Stories.threat(), false);
    }

    private static boolean hits(HuntPack pack, String source, Map<String, ?> event) {
        return pack.hunts().stream()
                .map(hunt -> (Logic.Detection) hunt.logic())
                .filter(detection -> detection.source().toString().equals(source))
                .anyMatch(detection -> ConditionOracle.matches(detection, event));
    }

    @Test
    void aPathOfLinuxIsHuntedWhole() {
        HuntPack pack = compose(new Behaviour.FilePath("/usr/lib/.kworkerd/agentd9", QUOTE));
        assertThat(hits(pack, "linux/file_event", Map.of("TargetFilename", "/usr/lib/.kworkerd/agentd9")))
                .isTrue();
        assertThat(hits(pack, "linux/process_creation", Map.of("Image", "/usr/lib/.kworkerd/agentd9")))
                .isTrue();
        assertThat(hits(pack, "linux/file_event", Map.of("TargetFilename", "/home/x/agentd9")))
                .isFalse();
        assertThat(pack.hunts()).allSatisfy(hunt -> assertThat(hunt.grounds())
                .extracting(ground -> ground.quote())
                .containsOnly(QUOTE));
    }

    @Test
    void homeAndPlaceholdersStandForAnything() {
        HuntPack pack = compose(
                new Behaviour.FilePath("~/Library/LaunchAgents/com.zoomd.update.plist", QUOTE),
                new Behaviour.FilePath("/var/opt/<name>/zoomd.sh", QUOTE));
        assertThat(hits(
                        pack,
                        "macos/file_event",
                        Map.of("TargetFilename", "/Users/ann/Library/LaunchAgents/com.zoomd.update.plist")))
                .isTrue();
        assertThat(hits(pack, "linux/process_creation", Map.of("CommandLine", "/bin/sh /var/opt/abc/zoomd.sh -d")))
                .isTrue();
        assertThat(hits(pack, "linux/process_creation", Map.of("CommandLine", "/bin/sh /var/opt/zoomd.txt")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tmp/",
                "/tmp/log",
                "/etc/passwd",
                "/bin/bash",
                "/usr/sbin/crond",
                "/proc/self/exe",
                "/lib64/libc.so.6",
                "~/.bashrc",
                "/var/run/sshd.pid",
                "$XDG_RUNTIME_DIR/agentd9",
                "/usr/local/bin/"
            })
    void whatEverySystemHasIsLeftOutWithAReason(String path) {
        HuntPack pack = compose(new Behaviour.FilePath(path, QUOTE));
        assertThat(pack.hunts()).isEmpty();
        assertThat(pack.leftOut()).singleElement().satisfies(l -> assertThat(l.reason())
                .isNotBlank());
    }

    @Test
    void aCommandOfLinuxIsLookedForThere() {
        HuntPack pack = compose(new Behaviour.CommandLine(
                "socat", "socat OPENSSL:host:4442,verify=0 EXEC:x", List.of("OPENSSL:", "verify=0"), QUOTE));
        Map<String, String> event =
                Map.of("Image", "/usr/bin/socat", "CommandLine", "socat OPENSSL:a:1,verify=0 EXEC:sh");
        assertThat(hits(pack, "linux/process_creation", event)).isTrue();
        assertThat(hits(pack, "windows/process_creation", event)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "AWS,DeactivateMFADevice,aws/cloudtrail,eventName",
        "EXCHANGE,New-TransportRule,m365/exchange,Operation",
        "OKTA,user.session.impersonation.initiate,okta/okta,eventType",
        "ENTRA,Set federation settings on domain,azure/auditlogs,operationName",
        "GCP,google.logging.v2.ConfigServiceV2.DeleteSink,gcp/gcp.audit,gcp.audit.method_name"
    })
    void aRareOperationIsAskedOfItsLog(Platform platform, String operation, String source, String field) {
        HuntPack pack = compose(new Behaviour.Operation(platform, operation, QUOTE));
        assertThat(hits(pack, source, Map.of(field, operation))).isTrue();
        assertThat(hits(pack, source, Map.of(field, "Something else"))).isFalse();
        assertThat(pack.hunts()).singleElement().satisfies(hunt -> assertThat(hunt.confidence())
                .isEqualTo(Hunt.Confidence.LOW));
    }

    @Test
    void anOperationIsRefinedWhereItAloneIsEveryday() {
        HuntPack pack = compose(new Behaviour.Operation(Platform.EXCHANGE, "New-InboxRule", QUOTE));
        Map<String, String> forwarding =
                Map.of("Operation", "New-InboxRule", "Parameters", "[{\"Name\":\"ForwardTo\"}]");
        assertThat(hits(pack, "m365/exchange", forwarding)).isTrue();
        assertThat(hits(pack, "m365/exchange", Map.of("Operation", "New-InboxRule", "Parameters", "[]")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"AWS,AssumeRole", "EXCHANGE,MailItemsAccessed", "KUBERNETES,privileged pod", "CI,runner registered"})
    void anEverydayOrUnseenOperationIsLeftOutWithAReason(Platform platform, String operation) {
        HuntPack pack = compose(new Behaviour.Operation(platform, operation, QUOTE));
        assertThat(pack.hunts()).isEmpty();
        assertThat(pack.leftOut()).singleElement().satisfies(l -> assertThat(l.what())
                .isEqualTo("operation " + operation));
    }

    @Test
    void whatAChosenCatalogueHuntAsksIsNotAskedOnceMore() {
        Article article = Stories.article("They called StopLogging to stop CloudTrail in the AWS account.");
        Quote quote = Stories.quote(article, "StopLogging");
        HuntPack pack = COMPOSER.compose(
                article,
                Stories.behaviours(new Behaviour.Operation(Platform.AWS, "StopLogging", quote)),
                Stories.threat(Stories.technique("T1562.008", quote)),
                false);
        assertThat(pack.hunts()).extracting(Hunt::kind).containsExactly(Hunt.Kind.CATALOGUE);
        assertThat(pack.leftOut()).singleElement().satisfies(l -> assertThat(l.reason())
                .startsWith("asked for already"));
    }

    @Test
    void anUnusualPathOfRequestsIsHuntedAndACommonOneIsNot() {
        HuntPack pack = compose(
                new Behaviour.Network(Trait.URI_PATH, "/djour7/gate.php", QUOTE),
                new Behaviour.Network(Trait.URI_PATH, "/api/v2/login.aspx", QUOTE),
                new Behaviour.Network(Trait.PORT, "tcp/4443", QUOTE));
        assertThat(hits(pack, "proxy", Map.of("c-uri", "http://any.example/djour7/gate.php?id=1")))
                .isTrue();
        assertThat(pack.leftOut())
                .extracting(LeftOut::what)
                .containsExactlyInAnyOrder("uri path /api/v2/login.aspx", "port tcp/4443");
    }
}
