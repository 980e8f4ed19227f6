package dev.harrier.hunt.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.assess.Severity;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.ConditionOracle;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Leaves;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigmaReaderTest {
    private static final String HEAD = """
        title: A rule
        id: 11111111-2222-4333-8444-555555555555
        description: What it does.
        status: test
        level: high
        tags: [attack.execution, attack.t1059.001]
        logsource: {category: process_creation, product: windows}
        """;

    private static SigmaRule rule(String detection) {
        return SigmaReader.read(HEAD + "detection:\n" + detection.indent(4), "r.yml")
                .get(0);
    }

    /** A rule with one selection of one item. */
    private static SigmaRule item(String item) {
        return rule("s:\n    " + item + "\ncondition: s");
    }

    private static boolean hits(SigmaRule rule, String... fieldsAndValues) {
        Map<String, String> event = Stream.iterate(0, i -> i < fieldsAndValues.length, i -> i + 2)
                .collect(Collectors.toMap(i -> fieldsAndValues[i], i -> fieldsAndValues[i + 1]));
        return ConditionOracle.matches(rule.detection().orElseThrow(), event);
    }

    @Test
    void readsTheMetadata() {
        SigmaRule rule = item("Image: a.exe");
        Hunt hunt = rule.toHunt();
        assertThat(rule.id()).hasToString("11111111-2222-4333-8444-555555555555");
        assertThat(hunt.severity()).isEqualTo(Severity.HIGH);
        assertThat(hunt.techniques()).containsExactly("T1059.001");
        assertThat(hunt.kind()).isEqualTo(Hunt.Kind.CATALOGUE);
        assertThat(hunt.logic().kind()).isEqualTo(EventKind.PROCESS_CREATION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "CommandLine|contains: ' -enc '~x -ENC y~x -en c",
                "Image|endswith: '\\cmd.exe'~C:\\cmd.exe~C:\\xcmd.exe",
                "Image|startswith: 'C:\\Users\\'~c:\\users\\a~D:\\Users\\a",
                "CommandLine: 'a*c?'~abbbcd~abbb",
                "CommandLine: 'a\\*c'~a*c~abc",
                "CommandLine: 'a\\\\*c'~a\\xc~a*c",
                "CommandLine|contains|cased: Abc~xAbc~xabc",
                "CommandLine|re: '[0-9]{3}'~a123~a12",
                "CommandLine|re|i: 'ABC'~xabc~xab",
                "CommandLine|contains|all: [a, b]~xbxa~xbx",
                "CommandLine|contains: [a, b]~xbx~xcx",
                "CommandLine|windash|contains: ' -s '~x /s y~x s y",
                "CommandLine|neq: abc~abd~abc",
            })
    void readsTextModifiers(String item, String hit, String miss) {
        String field = item.substring(
                0, item.indexOf(item.startsWith("Image") ? "e" : "L") + (item.startsWith("Image") ? 1 : 4));
        assertThat(hits(item(item), field, hit)).as("hit").isTrue();
        assertThat(hits(item(item), field, miss)).as("miss").isFalse();
    }

    @Test
    void readsNumbersNetworksAndAbsence() {
        assertThat(hits(item("ProcessId|gte: 10"), "ProcessId", "10")).isTrue();
        assertThat(hits(item("ProcessId|lt: 10"), "ProcessId", "10")).isFalse();
        assertThat(hits(item("ProcessId: 10"), "ProcessId", "010")).isTrue();
        assertThat(hits(item("Company: null"))).isTrue();
        assertThat(hits(item("Company: ''"), "Company", "x")).isFalse();
        assertThat(hits(item("Company: '*'"))).isFalse();
        assertThat(hits(item("Company|exists: true"), "Company", "x")).isTrue();
        assertThat(hits(item("Image|fieldref: ParentImage"), "Image", "A", "ParentImage", "a"))
                .isTrue();
        SigmaRule net = SigmaReader.read(
                        HEAD.replace("process_creation", "network_connection")
                                + "detection: {s: {DestinationIp|cidr: 10.0.0.0/8}, condition: s}",
                        "r.yml")
                .get(0);
        assertThat(hits(net, "DestinationIp", "10.2.3.4")).isTrue();
    }

    @Test
    void readsEncodings() {
        byte[] wide = "Download".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        for (String prefix : new String[] {"", "x", "xy"}) {
            byte[] shifted = (prefix + new String(wide, java.nio.charset.StandardCharsets.ISO_8859_1) + "zz")
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            String encoded = "powershell -e " + Base64.getEncoder().encodeToString(shifted);
            assertThat(hits(item("CommandLine|wide|base64offset|contains: Download"), "CommandLine", encoded))
                    .isTrue();
        }
        assertThat(hits(item("CommandLine|base64|contains: abc"), "CommandLine", "x YWJj"))
                .isTrue();
    }

    @Test
    void readsQuantifiersListsAndPrecedence() {
        SigmaRule rule = rule("""
            sel_a: {Image: a}
            sel_b: {Image: b}
            other:
                - Company: x
                - Product: y
                  Company: z
            filter: {CommandLine: f}
            condition: 1 of sel_* and other or not all of sel_* and (filter)\
            """);
        assertThat(hits(rule, "Image", "a", "Company", "x")).isTrue();
        assertThat(hits(rule, "Image", "a", "Company", "z")).isFalse();
        assertThat(hits(rule, "Image", "c", "CommandLine", "f")).isTrue();
    }

    @Test
    void sysmonHashesAreHashFields() {
        String hash = "0123456789abcdef0123456789abcdef";
        assertThat(hits(item("Hashes|contains: 'IMPHASH=" + hash + "'"), "Imphash", hash))
                .isTrue();
        assertThat(hits(item("Hashes|contains: 'IMPHASH=" + hash + "'"), "md5", hash))
                .isFalse();
        assertThat(hits(item("Hashes|contains: '" + hash + "'"), "md5", hash)).isTrue();
    }

    @Test
    void channelRulesAreOursByTheirEventId() {
        String system =
                HEAD.replace("category: process_creation, product: windows", "product: windows, service: system");
        SigmaRule rule = SigmaReader.read(
                        system
                                + "detection: {s: {Provider_Name: 'Service Control Manager', EventID: 7045,"
                                + " ServiceName: x}, condition: s}",
                        "r.yml")
                .get(0);
        assertThat(rule.detection().orElseThrow().kind()).isEqualTo(EventKind.SERVICE_CREATION);
        assertThat(hits(rule, "ServiceName", "x")).isTrue();
        SigmaRule other = SigmaReader.read(system + "detection: {s: {EventID: 104}, condition: s}", "r.yml")
                .get(0);
        assertThat(other.detection().orElseThrow().kind()).isEqualTo(EventKind.OTHER);
        assertThat(other.detection().orElseThrow().source()).hasToString("windows/system");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "'Foo`Bar': x~no name that every query can hold",
                "CommandLine|expand: '%x%'~placeholder",
                "CommandLine|wide: x~UTF-16",
            })
    void whatIsNotOursSaysWhy(String item, String reason) {
        assertThat(item(item).detection()).isEmpty();
        assertThat(item(item).unsupported()).singleElement().asString().contains(reason);
        assertThatThrownBy(() -> item(item).toHunt()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aKindIsTheSameOnEverySystem() {
        SigmaRule rule = rule("category: process_creation, product: linux", "{s: {Image: x}, condition: s}");
        Logic.Detection detection = rule.detection().orElseThrow();
        assertThat(detection.kind()).isEqualTo(EventKind.PROCESS_CREATION);
        assertThat(detection.source()).hasToString("linux/process_creation");
    }

    @Test
    void whatIsNoKindKeepsItsLogSourceAndItsOwnFields() {
        SigmaRule rule = rule("product: aws, service: cloudtrail", "{s: {userIdentity.type: Root}, condition: s}");
        Logic.Detection detection = rule.detection().orElseThrow();
        assertThat(detection.kind()).isEqualTo(EventKind.OTHER);
        assertThat(detection.source()).hasToString("aws/cloudtrail");
        assertThat(detection.condition())
                .isEqualTo(new Condition.Match(
                        "userIdentity.type", new FieldTest.Like(TextPattern.exactly("Root"), false)));
    }

    @Test
    void keywordsAreLookedForInTheWholeEvent() {
        SigmaRule rule = rule("product: linux", "{k: [a, b*c], all: {'|all': [d, e]}, condition: k and all}");
        assertThat(Leaves.of(rule.detection().orElseThrow().condition()))
                .allMatch(m -> m.field().equals(EventModel.TEXT))
                .extracting(m -> SigmaText.write(((FieldTest.Like) m.test()).pattern()))
                .containsExactly("*a*", "*b*c*", "*d*", "*e*");
        String written = SigmaWriter.write(rule.toHunt());
        assertThat(SigmaReader.read(written, "again.yml").get(0).detection())
                .as(written)
                .isEqualTo(rule.detection());
    }

    private static SigmaRule rule(String source, String detection) {
        String head = HEAD.replace("category: process_creation, product: windows", source);
        return SigmaReader.read(head + "detection: " + detection, "r.yml").get(0);
    }

    @Test
    void allProblemsComeAtOnceWithTheirLines() {
        assertThatThrownBy(() -> SigmaReader.read("""
            title: A
            id: nonsense
            level: extreme
            logsource: {category: process_creation}
            detection:
                a:
                    Image|frobnicate: x
                    CommandLine|contains: []
                condition: a
            ---
            id: 11111111-2222-4333-8444-555555555555
            """, "bad.yml"))
                .isInstanceOfSatisfying(SigmaException.class, e -> assertThat(e.problems())
                        .extracting(SigmaProblem::toString)
                        .anyMatch(p -> p.startsWith("bad.yml:2:"))
                        .anyMatch(p -> p.startsWith("bad.yml:3:"))
                        .anyMatch(p -> p.startsWith("bad.yml:7:") && p.contains("frobnicate"))
                        .anyMatch(p -> p.startsWith("bad.yml:8:"))
                        .anyMatch(p -> p.startsWith("bad.yml:11:") && p.contains("title")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "s and~too early",
                "s or x~no selection",
                "(s~missing",
                "s s~not expected",
                "2 of s*~neither",
                "1 of y*~named y*"
            })
    void malformedConditionsSayWhy(String condition, String reason) {
        assertThatThrownBy(() -> rule("s: {Image: x}\ncondition: " + condition))
                .isInstanceOf(SigmaException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[~no valid YAML",
                "a: !!javax.script.ScriptEngineManager []~no title",
                "a: b: c~no valid YAML",
                "- x~mapping"
            })
    void hostileOrBrokenYamlIsRefused(String yaml, String reason) {
        assertThatThrownBy(() -> SigmaReader.read(yaml, "x.yml"))
                .isInstanceOf(SigmaException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"one_a, true", "one_b, true", "two, false", "on, false"})
    void selectionsAreNamedByPattern(String name, boolean named) {
        for (String pattern : List.of("one_*", "*ne_*", "o*_*", "one**", "*")) {
            boolean expected = pattern.equals("*") || named;
            String detection = name + ": {Image: a}\ncondition: 1 of " + pattern;
            if (expected) {
                assertThat(rule(detection).detection())
                        .as("%s of %s", name, pattern)
                        .isPresent();
            } else {
                assertThatThrownBy(() -> rule(detection)).hasMessageContaining("no selection is named");
            }
        }
    }

    @Test
    void everythingThatIsMisspeltIsSaidAtOnce() {
        String detection = """
            selection: {CommandLine|contians: evil, Imag|endwith: x, OwnField: y}
            filter: [{Image: z}, {CommandLine|al|startwith: [a, b]}]
            images: {Image: z}
            condition: selection and not filtr or 1 of filte_* or (nothing)\
            """;
        assertThatThrownBy(() -> rule(detection))
                .hasMessageContainingAll(
                        "unknown modifier \"contians\"",
                        "unknown modifier \"endwith\"",
                        "unknown modifier \"al\"",
                        "unknown modifier \"startwith\"",
                        "\"filtr\" is no selection",
                        "\"nothing\" is no selection",
                        "no selection is named filte_*",
                        "field Imag is not in the event model; did you mean Image?")
                .hasMessageNotContaining("OwnField")
                .hasMessageNotContaining("field images");
    }

    @Test
    void bombsAreRefused() {
        assertThatThrownBy(() -> SigmaReader.read("[".repeat(100_000), "x.yml"))
                .isInstanceOf(SigmaException.class)
                .hasMessageContaining("nested deeper");
        assertThatThrownBy(() -> SigmaReader.read("a: &a [x]\nb: [*a, *a]", "x.yml"))
                .isInstanceOf(SigmaException.class)
                .hasMessageContaining("aliases");
        assertThatThrownBy(() -> rule("s: {Image: x}\ncondition: " + "(".repeat(9000) + "s"))
                .isInstanceOf(SigmaException.class)
                .hasMessageContaining("nested deeper");
    }
}
