package dev.harrier.sentinel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KqlLintTest {
    private static final String CLEAN = """
            let words = dynamic(["-enc", "-e"]);
            DeviceProcessEvents
            | where ProcessCommandLine has_any (words) // why
            | project TimeGenerated, DeviceName, AccountName, ProcessCommandLine""";

    private static List<String> codes(String text) {
        return new KqlDialect()
                .lint(text, new Profile("defender", Map.of())).stream()
                        .map(LintFinding::code)
                        .toList();
    }

    @Test
    void nothingToSayOfACleanQuery() {
        assertThat(codes(CLEAN)).isEmpty();
    }

    @Test
    void eachFaultHasItsCode() {
        String head = "DeviceProcessEvents\n| where ";
        assertThat(codes(head + "FileName == \"x")).containsExactly("KQL001");
        assertThat(codes(head + "(FileName == \"x\"")).containsExactly("KQL001");
        assertThat(codes(head + "FileName == @\"C:\\\"\n; DeviceEvents")).contains("KQL002");
        assertThat(codes("DeviceProcesEvents | take 5")).contains("KQL003");
        assertThat(codes(head + "Filename == \"x\"")).contains("KQL004");
        assertThat(codes(head + "ProcessId == \"4\"")).contains("KQL005");
        assertThat(codes(head + "ProcessId contains \"4\"")).contains("KQL005");
        assertThat(codes("search \"x\"")).contains("KQL006");
        assertThat(codes("union * | where FileName has \"x\"")).contains("KQL006");
        assertThat(codes("union Device* | where FileName has \"x\"")).contains("KQL006");
        assertThat(codes("cluster('a').database('b').T | take 1")).contains("KQL006");
        assertThat(codes("externaldata(a:string)[\"https://x\"] | take 1")).contains("KQL020");
        assertThat(codes("adx('https://x').T")).contains("KQL006");
        assertThat(codes(head + "FileName\u00A0== \"x\"")).containsExactly("KQL007");
        assertThat(codes(head + "FileName == \"x\u00A0\"")).containsExactly("KQL021");
        assertThat(codes(head + "FileName == \"" + "x".repeat(10_001) + "\"")).containsExactly("KQL008");
        assertThat(codes(head + "FileName == \"x\"\n| project DeviceName")).containsExactly("KQL009");
        assertThat(codes(head + "FileName == \"x\"\n| project TimeGenerated")).containsExactly("KQL010");
        assertThat(codes(head + "FileName contains \"x\"")).containsExactly("KQL011");
        assertThat(codes(head + "FileName has \"*x*\"")).containsExactly("KQL012");
        assertThat(codes(head + "TimeGenerated > ago(1d)")).containsExactly("KQL013");
        assertThat(codes(head + "FileName has \"x\"\n| reduce by FileName")).containsExactly("KQL014");
        assertThat(codes(head + "FileName has \"x\";")).containsExactly("KQL015");
        assertThat(codes("")).containsExactly("KQL001");
    }

    @Test
    void findingsNameTheirPlaceAndComeAllAtOnce() {
        List<LintFinding> findings = new KqlDialect()
                .lint("DeviceProcessEvents\n| where Nam == 1 and\n  ProcesId == 2", new Profile("defender", Map.of()));
        assertThat(findings).extracting(LintFinding::line).containsExactly(2, 3);
        assertThat(findings).extracting(LintFinding::column).containsExactly(9, 3);
    }

    @Test
    void knowsTheTablesThatOnlySomebodysOwnQueriesName() {
        String query =
                "AADDomainServicesAccountLogon | where Category has \"x\" | project TimeGenerated, UserName = Category";
        assertThat(codes(query)).isEmpty();
        assertThat(codes(query.replace("where Category", "where Categori"))).containsExactly("KQL004");
        assertThat(codes(query.replace("ServicesAccount", "ServiceAccount"))).containsExactly("KQL003");
    }

    @Test
    void looksIntoNoScalarQuery() {
        String query = "let most = toscalar(DeviceEvents | summarize max(ProcessId));\n" + CLEAN;
        assertThat(codes(query)).isEmpty();
    }

    /** A chain of a hundred thousand conditions used to end in a stack overflow. */
    @Test
    void longAndDeepTextsEnd() {
        String chain = " or FileName has \"a\"".repeat(100_000);
        assertThat(codes("DeviceProcessEvents | where FileName has \"b\"" + chain))
                .contains("KQL008");
        assertThat(codes("DeviceProcessEvents | where " + "(".repeat(100_000))).contains("KQL001");
        assertThat(codes("DeviceProcessEvents | where FileName == " + "strcat(".repeat(100_000)))
                .contains("KQL001");
        assertThat(codes("DeviceProcessEvents | where ProcessId > 1" + " + 1".repeat(100_000)))
                .contains("KQL008");
    }

    /** Each was read by Microsoft's parser without an error; 22 of them once had one of ours. */
    @Test
    void whatMicrosoftsParserTakesHasNoErrorOfOurs() throws IOException {
        try (InputStream in = KqlLintTest.class.getResourceAsStream("others-queries.txt")) {
            List<String> queries = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            assertThat(queries).hasSizeGreaterThan(100).allSatisfy(query -> assertThat(KqlLint.findings(query, false))
                    .filteredOn(finding -> finding.level() == LintFinding.Level.ERROR)
                    .isEmpty());
        }
    }

    /** What is read over ends where its bracket does: faults around it are still seen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SigninLogs | mv-expand Status to typeof(datetime | project TimeGenerated",
                "SigninLogs | where IPAddress in (AuditLogs | project Identity) and Nothing == 1",
                "SigninLogs | summarize (t, u) = arg_max(TimeGenerated, Idenity) by IPAddress",
                "SigninLogs | summarize (t, u) arg_max(TimeGenerated, Identity) by IPAddress",
                "SigninLogs | join hint.strategy kind=inner (AuditLogs) on CorrelationId",
                "SigninLogs | extend x = dynamic({\"a\": [1]}), y = Nothing | project TimeGenerated"
            })
    void faultsBesideThemAreSeen(String query) {
        assertThat(KqlLint.findings(query, false))
                .extracting(LintFinding::level)
                .contains(LintFinding.Level.ERROR);
    }
}
