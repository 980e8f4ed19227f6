package dev.harrier.sentinel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KqlRendererTest {
    private static final Profile DEFENDER = new Profile("defender", Map.of());

    private static Condition match(String field, FieldTest test) {
        return new Condition.Match(field, test);
    }

    private static FieldTest like(TextPattern pattern) {
        return new FieldTest.Like(pattern, false);
    }

    private static String where(EventKind kind, Condition condition) {
        Rendering rendering = KqlRenderer.render(new Logic.Detection(kind, condition), DEFENDER);
        assertThat(rendering).isInstanceOf(Rendering.Rendered.class);
        List<String> lines = ((Rendering.Rendered) rendering).text().lines().toList();
        return lines.get(lines.size() - 2).replaceFirst("^\\| where ", "");
    }

    private static String process(String field, FieldTest test) {
        return where(EventKind.PROCESS_CREATION, match(field, test));
    }

    private static String reason(EventKind kind, Condition condition, Profile profile) {
        Rendering rendering = KqlRenderer.render(new Logic.Detection(kind, condition), profile);
        assertThat(rendering).isInstanceOf(Rendering.Unsupported.class);
        return ((Rendering.Unsupported) rendering).reason();
    }

    /** The first of the longest runs of four letters or more between ASCII characters that are neither letter, digit nor underscore. */
    @ParameterizedTest
    @CsvSource({
        "' http://bad.example/x', example",
        "-one_two-, ''",
        "/abcd/efgh/, abcd",
        "abcd, ''",
        "'-abc ', ''",
        "é-abcd-, abcd",
        "éabcd-, ''",
        "'', ''",
    })
    void theIndexIsAskedForAWholeTerm(String literal, String term) {
        assertThat(KqlPatterns.term(literal).orElse("")).isEqualTo(term);
    }

    @Test
    void aWholeQuery() {
        Condition condition = new Condition.All(List.of(
                match("Image", like(TextPattern.endingWith("\\powershell.exe"))),
                new Condition.Any(List.of(
                        match("CommandLine", like(TextPattern.containing("-enc"))),
                        match("CommandLine", like(TextPattern.containing("http://bad.example/x"))))),
                new Condition.Not(match("ParentProcessId", new FieldTest.Compare(FieldTest.Compare.Order.EQUAL, 4)))));
        Rendering rendering = KqlRenderer.render(new Logic.Detection(EventKind.PROCESS_CREATION, condition), DEFENDER);
        assertThat(((Rendering.Rendered) rendering).text()).isEqualTo("""
                        DeviceProcessEvents
                        | where FolderPath endswith @"\\powershell.exe"
                        | where (ProcessCommandLine contains "-enc" or (ProcessCommandLine has "example" and ProcessCommandLine contains "http://bad.example/x"))
                        | where not((isnotnull(InitiatingProcessId) and InitiatingProcessId == 4))
                        | project TimeGenerated, DeviceName, AccountDomain, AccountName, FolderPath, FileName, ProcessCommandLine, InitiatingProcessFolderPath, InitiatingProcessFileName, SHA256, InitiatingProcessId""");
    }

    @Test
    void patterns() {
        assertThat(process("CommandLine", like(TextPattern.exactly("a")))).isEqualTo("ProcessCommandLine =~ \"a\"");
        assertThat(process("CommandLine", like(TextPattern.exactly("")))).isEqualTo("ProcessCommandLine == \"\"");
        assertThat(process("CommandLine", like(TextPattern.startingWith("a*"))))
                .isEqualTo("ProcessCommandLine startswith \"a*\"");
        assertThat(process("CommandLine", new FieldTest.Like(TextPattern.containing("a"), true)))
                .isEqualTo("ProcessCommandLine contains_cs \"a\"");
        assertThat(process(
                        "CommandLine",
                        like(new TextPattern(List.of(
                                new TextPattern.Literal("a.b"),
                                TextPattern.Wildcard.ANY_RUN,
                                new TextPattern.Literal("c"),
                                TextPattern.Wildcard.ANY_CHARACTER)))))
                .isEqualTo("ProcessCommandLine matches regex @\"(?is)^a\\.b.*c.$\"");
        assertThat(process("CommandLine", like(new TextPattern(List.of(TextPattern.Wildcard.ANY_RUN)))))
                .isEqualTo("true");
    }

    @Test
    void listsOfExactValues() {
        Condition any = new Condition.Any(List.of(
                match("sha256", like(TextPattern.exactly("aa"))),
                match("sha256", like(TextPattern.exactly("bb"))),
                match("md5", like(TextPattern.exactly("cc")))));
        assertThat(where(EventKind.PROCESS_CREATION, any)).isEqualTo("(SHA256 in~ (\"aa\", \"bb\") or MD5 =~ \"cc\")");
    }

    @Test
    void accounts() {
        assertThat(process("User", like(TextPattern.exactly("NT AUTHORITY\\SYSTEM"))))
                .isEqualTo("(AccountDomain =~ \"NT AUTHORITY\" and AccountName =~ \"SYSTEM\")");
        assertThat(process("User", like(TextPattern.exactly("bob"))))
                .isEqualTo("(AccountDomain == \"\" and AccountName =~ \"bob\")");
        assertThat(process("User", like(TextPattern.containing("AUTHORI"))))
                .isEqualTo("(AccountDomain contains \"AUTHORI\" or AccountName contains \"AUTHORI\")");
        assertThat(process("User", like(TextPattern.startingWith("a\\b"))))
                .isEqualTo(
                        "iff(AccountDomain == \"\", AccountName, strcat(AccountDomain, @\"\\\", AccountName)) startswith @\"a\\b\"");
    }

    @Test
    void registryPaths() {
        assertThat(registry(TextPattern.containing("\\CurrentVersion\\Run\\")))
                .isEqualTo("strcat(RegistryKey, @\"\\\", RegistryValueName) contains @\"\\CurrentVersion\\Run\\\"");
        assertThat(registry(TextPattern.startingWith("HKLM\\Software\\")))
                .isEqualTo(
                        "strcat(RegistryKey, @\"\\\", RegistryValueName) startswith @\"HKEY_LOCAL_MACHINE\\Software\\\"");
        assertThat(registry(TextPattern.endingWith("\\Lsa\\RunAsPPL")))
                .isEqualTo("(RegistryKey endswith @\"\\Lsa\" and RegistryValueName =~ \"RunAsPPL\")");
        assertThat(registry(TextPattern.exactly("HKU\\S-1\\Env\\Path")))
                .isEqualTo("(RegistryKey =~ @\"HKEY_USERS\\S-1\\Env\" and RegistryValueName =~ \"Path\")");
        assertThat(registry(TextPattern.containing("HKLM\\Soft"))).contains("replace_regex(");
        assertThat(registry(TextPattern.containing("machine"))).contains("replace_regex(");
    }

    private static String registry(TextPattern pattern) {
        return where(EventKind.REGISTRY_SET, match("TargetObject", like(pattern)));
    }

    @Test
    void addresses() {
        assertThat(where(EventKind.NETWORK_CONNECTION, match("DestinationIp", new FieldTest.InSubnet("10.0.0.0/8"))))
                .isEqualTo("(coalesce(ipv4_is_in_range(RemoteIP, \"10.0.0.0/8\"), false))");
        assertThat(where(EventKind.NETWORK_CONNECTION, match("DestinationIp", new FieldTest.InSubnet("fe80::/10"))))
                .isEqualTo("(RemoteIP contains \":\" and coalesce(ipv6_is_in_range(RemoteIP, \"fe80::/10\"), false))");
        assertThat(reason(
                        EventKind.NETWORK_CONNECTION,
                        match("DestinationIp", new FieldTest.InSubnet("10.0.0.0/33")),
                        DEFENDER))
                .contains("not a network");
    }

    @Test
    void keysOfDynamicColumns() {
        Rendering rendering = KqlRenderer.render(
                new Logic.Detection(
                        EventKind.DNS_QUERY, match("QueryName", like(TextPattern.endingWith(".bad.example")))),
                DEFENDER);
        assertThat(((Rendering.Rendered) rendering).text()).contains("""
                        | where ActionType == "DnsQueryResponse"
                        | extend DnsQueryString = tostring(parse_json(AdditionalFields).DnsQueryString)
                        | where DnsQueryString endswith ".bad.example"
                        """);
    }

    @Test
    void aRegexThatRe2CannotSayIsUnsupported() {
        for (String expression : List.of("a(?=b)", "(?<!a)b", "(a)\\1", "a++", "(?>a)", "a{1001}", "\\Ga", "a(")) {
            assertThat(reason(
                            EventKind.PROCESS_CREATION,
                            match("CommandLine", new FieldTest.Regex(expression, Set.of())),
                            DEFENDER))
                    .as(expression)
                    .containsAnyOf("RE2", "not a regular expression");
        }
        assertThat(process(
                        "CommandLine",
                        new FieldTest.Regex("a\\+\\+b(?:c|d)?", Set.of(FieldTest.Regex.Flag.IGNORE_CASE))))
                .isEqualTo("ProcessCommandLine matches regex @\"(?i)a\\+\\+b(?:c|d)?\"");
    }

    @Test
    void hashesOfSysmonShareAColumn() {
        Rendering rendering = KqlRenderer.render(
                new Logic.Detection(EventKind.IMAGE_LOAD, match("Imphash", like(TextPattern.exactly("aa")))),
                new Profile("securityevent", Map.of()));
        assertThat(((Rendering.Rendered) rendering).text())
                .contains(
                        "| where (Hashes contains \"IMPHASH=aa\" and extract(\"(?i)(?:^|,)IMPHASH=([^,]*)\", 1, Hashes) =~ \"aa\")\n");
    }

    @Test
    void initiatedIsWhatTheRowsAre() {
        FieldTest yes = like(TextPattern.exactly("true"));
        FieldTest no = like(TextPattern.exactly("false"));
        assertThat(where(EventKind.NETWORK_CONNECTION, match("Initiated", yes))).isEqualTo("true");
        assertThat(reason(EventKind.NETWORK_CONNECTION, match("Initiated", no), DEFENDER))
                .contains("Initiated");
    }

    @Test
    void whatTheTablesLackIsUnsupportedAndSaysWhy() {
        Condition directory = match("CurrentDirectory", like(TextPattern.containing("x")));
        assertThat(reason(EventKind.PROCESS_CREATION, directory, DEFENDER))
                .contains("DeviceProcessEvents", "CurrentDirectory");
        assertThat(reason(EventKind.PS_SCRIPT, match("Path", like(TextPattern.containing("x"))), DEFENDER))
                .contains("the setting tables=defender,securityevent does, by WindowsEvent");
        Profile both = new Profile("defender", Map.of("tables", "defender, asim"));
        assertThat(KqlRenderer.render(new Logic.Detection(EventKind.PROCESS_CREATION, directory), both))
                .isInstanceOf(Rendering.Rendered.class);
    }

    @Test
    void theDefenderExportKeepsItsKeys() {
        Rendering rendering = KqlRenderer.render(
                new Logic.Detection(
                        EventKind.PROCESS_CREATION, match("CommandLine", like(TextPattern.containing("x")))),
                new Profile("defender", Map.of("time", "Timestamp")));
        assertThat(((Rendering.Rendered) rendering).text())
                .contains("| project Timestamp, DeviceId, ReportId, DeviceName");
    }

    @Test
    void aQueryLongerThanARuleMayBeIsUnsupported() {
        Condition many = new Condition.Any(IntStream.range(0, 2_000)
                .mapToObj(i -> match("CommandLine", like(TextPattern.containing("value" + i))))
                .toList());
        assertThat(reason(EventKind.PROCESS_CREATION, many, DEFENDER)).contains("split the hunt");
    }

    @Test
    void everyMappedColumnIsInTheSchema() {
        for (var mapping : KqlTables.all()) {
            Map<String, String> columns = KqlSchema.of(KqlSchema.Platform.SENTINEL)
                    .table(mapping.table())
                    .orElseThrow();
            for (var column : mapping.columns()) {
                int dot = column.column().indexOf('.');
                String name = dot < 0 ? column.column() : column.column().substring(0, dot);
                assertThat(columns).as(mapping.table()).containsKey(name);
            }
            assertThat(columns.keySet())
                    .as(mapping.table())
                    .containsAll(mapping.constants().keySet().stream()
                            .map(name -> name.replaceAll("\\..*", ""))
                            .toList());
        }
    }

    @Test
    void aNumberInTheRegistryIsLookedForAsDefenderWritesIt() {
        assertThat(where(EventKind.REGISTRY_SET, match("Details", like(TextPattern.exactly("DWORD (0x0000000A)")))))
                .isEqualTo("(RegistryValueType =~ \"Dword\" and RegistryValueData == \"10\")");
        assertThat(where(EventKind.REGISTRY_SET, match("Details", like(TextPattern.containing("0x0000000")))))
                .startsWith(
                        "iff(RegistryValueType =~ \"Dword\", strcat(\"DWORD (0x\", tohex(tolong(RegistryValueData), 8)");
    }

    @Test
    void asimTellsByADirectionWhoMadeAConnection() {
        Profile asim = new Profile("asim", Map.of());
        for (Map.Entry<String, String> way :
                Map.of("true", "Outbound", "false", "Inbound").entrySet()) {
            Condition condition = match("Initiated", like(TextPattern.exactly(way.getKey())));
            assertThat(KqlRenderer.render(new Logic.Detection(EventKind.NETWORK_CONNECTION, condition), asim))
                    .isInstanceOfSatisfying(Rendering.Rendered.class, r -> assertThat(r.text())
                            .contains("| where NetworkDirection =~ \"" + way.getValue() + "\""));
        }
    }

    /** Of the default tables none holds a URL; the reason names the setting and the table that would, and the setting does. */
    @Test
    void aReasonNamesTheSettingThatWouldDo() {
        Condition path = match("c-uri", like(TextPattern.containing("/gate.php")));
        assertThat(reason(EventKind.PROXY, path, DEFENDER))
                .endsWith("; the setting tables=defender,asim does, by _Im_WebSession, or"
                        + " tables=defender,securityevent does, by CommonSecurityLog");
        Profile both = new Profile("defender", Map.of("tables", "defender,asim"));
        assertThat(KqlRenderer.render(new Logic.Detection(EventKind.PROXY, path), both))
                .isInstanceOf(Rendering.Rendered.class);
        Profile export = new Profile("defender", Map.of("time", "Timestamp"));
        assertThat(reason(EventKind.PROXY, path, export)).doesNotContain("setting");
    }

    @Test
    void aReasonNamesNoSettingWhereNoneDoes() {
        assertThat(reason(EventKind.PROCESS_CREATION, match("NoSuchField", like(TextPattern.exactly("x"))), DEFENDER))
                .doesNotContain("setting");
    }

    @Test
    void aLogSourceWithoutAKindIsAskedInItsNativeTable() {
        LogSource cloudTrail = new LogSource(Optional.empty(), Optional.of("aws"), Optional.of("cloudtrail"));
        Condition root = match("userIdentity.type", like(TextPattern.exactly("Root")));
        Logic.Detection detection = new Logic.Detection(EventKind.OTHER, cloudTrail, root);
        assertThat(KqlRenderer.render(detection, new Profile("native", Map.of())))
                .isInstanceOfSatisfying(Rendering.Rendered.class, r -> assertThat(r.text())
                        .startsWith("AWSCloudTrail\n| where UserIdentityType =~ \"Root\""));
        assertThat(KqlRenderer.render(detection, DEFENDER))
                .isInstanceOfSatisfying(Rendering.Rendered.class, r -> assertThat(r.text())
                        .contains(
                                "Application == \"Amazon Web Services\"",
                                "parse_json(RawEventData).userIdentity.type"));
        assertThat(KqlRenderer.render(detection, new Profile("asim", Map.of())))
                .isInstanceOfSatisfying(Rendering.Unsupported.class, u -> assertThat(u.reason())
                        .contains(
                                "aws/cloudtrail",
                                "tables=asim,defender does, by CloudAppEvents",
                                "tables=asim,native does, by AWSCloudTrail"));
    }
}
