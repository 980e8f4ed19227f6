package dev.harrier.splunk.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.TextPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One file per feature, to be read. Written anew when the environment says HARRIER_UPDATE_GOLDENS. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/harrier/splunk/dialect/golden");

    private record Case(String name, EventKind kind, Condition condition, Profile profile) {}

    private static List<Case> cases() {
        Condition encoded = Hunts.all(
                Hunts.ends("ParentImage", "\\winword.exe"),
                Hunts.any(Hunts.ends("Image", "\\cmd.exe"), Hunts.ends("Image", "\\powershell.exe")),
                Hunts.not(Hunts.contains("CommandLine", "C:\\Program Files\\")));
        return List.of(
                cim("office-child", EventKind.PROCESS_CREATION, encoded),
                new Case("office-child-raw", EventKind.PROCESS_CREATION, encoded, Hunts.RAW),
                new Case(
                        "office-child-macros",
                        EventKind.PROCESS_CREATION,
                        encoded,
                        new Profile("cim", Map.of("macros", "true"))),
                cim(
                        "one-of-many",
                        EventKind.DNS_QUERY,
                        Hunts.any(
                                Hunts.is("QueryName", "a.example"),
                                Hunts.is("QueryName", "b.example"),
                                Hunts.ends("QueryName", ".c.example"))),
                cim("hash", EventKind.PROCESS_CREATION, Hunts.is("md5", "0123456789abcdef0123456789abcdef")),
                cim("part-of-a-hash-falls-back", EventKind.PROCESS_CREATION, Hunts.contains("md5", "0123")),
                cim("literal-asterisk", EventKind.PROCESS_CREATION, Hunts.contains("CommandLine", "/tn \\*")),
                cim(
                        "single-character",
                        EventKind.PROCESS_CREATION,
                        Hunts.like(
                                "CommandLine",
                                new TextPattern(List.of(
                                        new TextPattern.Literal("a"),
                                        TextPattern.Wildcard.ANY_CHARACTER,
                                        new TextPattern.Literal("\"`"))))),
                cim(
                        "cased",
                        EventKind.PROCESS_CREATION,
                        Hunts.test("CommandLine", new FieldTest.Like(TextPattern.containing("-EncodedCommand"), true))),
                cim(
                        "regex",
                        EventKind.PROCESS_CREATION,
                        Hunts.test(
                                "CommandLine",
                                new FieldTest.Regex(
                                        "\\\\temp\\\\[a-z`\"]{8}", Set.of(FieldTest.Regex.Flag.IGNORE_CASE)))),
                cim(
                        "subnet",
                        EventKind.NETWORK_CONNECTION,
                        Hunts.all(
                                Hunts.test("DestinationIp", new FieldTest.InSubnet("203.0.113.77/24")),
                                Hunts.test(
                                        "DestinationPort", new FieldTest.Compare(FieldTest.Compare.Order.EQUAL, 443)))),
                cim("text-that-looks-like-a-subnet", EventKind.PROCESS_CREATION, Hunts.is("CommandLine", "10.0.0.0/8")),
                cim(
                        "number",
                        EventKind.NETWORK_CONNECTION,
                        Hunts.test("DestinationPort", new FieldTest.Compare(FieldTest.Compare.Order.GREATER, 1024))),
                cim("absent", EventKind.PROCESS_CREATION, Hunts.test("CommandLine", new FieldTest.Exists(false))),
                cim("fits-unknown", EventKind.PROCESS_CREATION, Hunts.contains("CommandLine", "now")),
                cim(
                        "same-field",
                        EventKind.PROCESS_CREATION,
                        Hunts.test("Image", new FieldTest.EqualsField("ParentImage"))),
                cim("file-created", EventKind.FILE_EVENT, Hunts.ends("TargetFilename", ".hta")),
                cim("registry", EventKind.REGISTRY_SET, Hunts.contains("TargetObject", "\\CurrentVersion\\Run\\")),
                new Case(
                        "registry-key-made-raw",
                        EventKind.REGISTRY_ADD,
                        Hunts.contains("TargetObject", "\\Evil\\"),
                        Hunts.RAW),
                new Case(
                        "registry-deleted-raw",
                        EventKind.REGISTRY_DELETE,
                        Hunts.contains("TargetObject", "\\Evil\\"),
                        Hunts.RAW),
                new Case("registry-set-raw", EventKind.REGISTRY_SET, Hunts.is("Details", "evil"), Hunts.RAW),
                cim("service", EventKind.SERVICE_CREATION, Hunts.contains("ImagePath", "\\ADMIN$\\")),
                cim("logon", EventKind.LOGON, Hunts.is("TargetUserName", "admin")),
                cim("proxy", EventKind.PROXY, Hunts.contains("c-useragent", "curl/")),
                cim("email", EventKind.EMAIL, Hunts.ends("sender", "@evil.example")),
                cim(
                        "process-access-falls-back",
                        EventKind.PROCESS_ACCESS,
                        Hunts.all(Hunts.ends("TargetImage", "\\lsass.exe"), Hunts.is("GrantedAccess", "0x1410"))),
                new Case(
                        "indexes",
                        EventKind.PIPE_CREATED,
                        Hunts.is("PipeName", "\\evil"),
                        new Profile("raw", Map.of("index", "win,sysmon*"))));
    }

    private static Case cim(String name, EventKind kind, Condition condition) {
        return new Case(name, kind, condition, Hunts.CIM);
    }

    @TestFactory
    Stream<DynamicTest> rendersAsReviewed() {
        return cases().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> compare(c)));
    }

    private static void compare(Case golden) throws IOException {
        String text = Hunts.text(golden.kind(), golden.condition(), golden.profile());
        Path file = FOLDER.resolve(golden.name() + ".spl");
        if (System.getenv("HARRIER_UPDATE_GOLDENS") != null) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text + "\n", UTF_8);
        }
        assertThat(text + "\n").isEqualTo(Files.readString(file, UTF_8));
        assertThat(Hunts.SPL.lint(text, golden.profile())).allMatch(f -> f.level() == LintFinding.Level.NOTE);
        assertThat(Lab.sql(Hunts.SPL.counting(text, golden.profile()))).isNotEmpty();
    }
}
