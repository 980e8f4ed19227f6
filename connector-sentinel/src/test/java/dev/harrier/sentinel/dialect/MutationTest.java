package dev.harrier.sentinel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.LintFinding.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One fault at a time, put into a query and a template that are good: lint finds each, with its code, at its place. */
class MutationTest {
    private static final KqlDialect KQL = new KqlDialect();

    private static final String QUERY = """
            let shells = dynamic(["cmd.exe", "powershell.exe"]);
            let parents = DeviceProcessEvents
            | where FileName has "winword"
            | project DeviceId, ParentTime = TimeGenerated;
            DeviceProcessEvents
            | where FileName in~ (shells) // by name
            | where ProcessCommandLine has "http" and ProcessId > 4
            | extend Length = strlen(ProcessCommandLine), Day = bin(TimeGenerated, 1d)
            | join kind=inner (parents) on DeviceId
            | where Length between (10 .. 500)
            | project TimeGenerated, DeviceName, AccountName, ProcessCommandLine, Day
            """;

    private static final String TEMPLATE = """
            id: 839b8d02-0e6c-5b75-a4ab-ae383c48980d
            name: "Shell with an address"
            kind: Scheduled
            version: 1.0.0
            description: 'This query searches for a shell with an address'
            severity: High
            requiredDataConnectors:
              - connectorId: MicrosoftThreatProtection
                dataTypes:
                  - DeviceProcessEvents
            queryFrequency: 1h
            queryPeriod: 1d
            triggerOperator: gt
            triggerThreshold: 0
            tactics: [Execution, Persistence]
            relevantTechniques:
              - T1059.001
              - T1547
            query: |-
              DeviceProcessEvents
              | where FileName has "cmd.exe"
              | where ProcessCommandLine has "http"
              | project TimeGenerated, DeviceName,
                  AccountName, ProcessCommandLine
            entityMappings:
              - entityType: Host
                fieldMappings:
                  - identifier: FullName
                    columnName: DeviceName
              - entityType: Account
                fieldMappings:
                  - identifier: Name
                    columnName: AccountName
            customDetails:
              Line: ProcessCommandLine
            alertDetailsOverride:
              alertDisplayNameFormat: 'Shell on {{DeviceName}}'
            eventGroupingSettings:
              aggregationKind: SingleAlert
            """;

    @Test
    void theOriginalsAreGood() {
        assertThat(grave(KQL.lint(QUERY, KQL.defaultProfile()))).isEmpty();
        assertThat(grave(KQL.lintFile("x.yaml", TEMPLATE).orElseThrow())).isEmpty();
    }

    private static List<LintFinding> grave(List<LintFinding> findings) {
        return findings.stream().filter(f -> f.level() != Level.NOTE).toList();
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiterString = " ~> ",
            quoteCharacter = '`',
            textBlock = """
            "cmd.exe", "powershell ~> "cmd.exe, "powershell ~> KQL001 ~> "]
            in~ (shells) ~> in~ (shells ~> KQL001 ~> | where ProcessCommandLine
            ProcessId > 4 ~> ProcessId > ~> KQL001 ~> | extend
            | project TimeGenerated, D ~> ; DeviceEvents | project TimeGenerated, D ~> KQL002 ~> DeviceEvents | project TimeG
            let parents = DeviceProcessEvents ~> let parents = DeviceProcesEvents ~> KQL003 ~> DeviceProcesEvents
            where ProcessCommandLine has ~> where ProcessComandLine has ~> KQL004 ~> ProcessComandLine
            | where Length between ~> | where SHA257 == "" and Length between ~> KQL004 ~> SHA257
            project TimeGenerated, DeviceName ~> project TimeGenerated, FolderPth, DeviceName ~> KQL004 ~> FolderPth
            project DeviceId, ParentTime ~> project Device = DeviceName, ParentTime ~> KQL004 ~> DeviceId
            ProcessId > 4 ~> ProcessId == "4" ~> KQL005 ~> == "4"
            ProcessId > 4 ~> ProcessId has "4" ~> KQL005 ~> has "4"
            ProcessId > 4 ~> TimeGenerated == "today" ~> KQL005 ~> == "today"
            between (10 .. 500) ~> between ("10" .. "500") ~> KQL005 ~> between ("10"
            in~ (shells) ~> in~ (7) ~> KQL005 ~> 7)
            let parents = DeviceProcessEvents ~> let parents = adx("https://x").DeviceProcessEvents ~> KQL006 ~> adx("
            | where FileName has "winword" ~> | render timechart ~> KQL006 ~> render timechart
            let parents = DeviceProcessEvents ~> let parents = union * ~> KQL006 ~> union *
            let parents = DeviceProcessEvents ~> let parents = workspace("other").DeviceProcessEvents ~> KQL006 ~> workspace("
            | where Length between ~> | whereXNBXLength between ~> KQL007 ~> XNBX
            project TimeGenerated, DeviceName, AccountName, ProcessCommandLine, Day ~> project DeviceName ~> KQL009 ~> DeviceProcessEventsXNLX| where FileName in~
            project TimeGenerated, DeviceName, AccountName, ProcessCommandLine, Day ~> project Day ~> KQL010 ~> DeviceProcessEventsXNLX| where FileName in~
            has "http" ~> has "*http*" ~> KQL012 ~> has "*http*"
            ProcessId > 4 ~> TimeGenerated > ago(1d) ~> KQL013 ~> > ago(1d)
            strlen(ProcessCommandLine) ~> strlenght(ProcessCommandLine) ~> KQL016 ~> strlenght
            strlen(ProcessCommandLine) ~> strlen() ~> KQL017 ~> strlen()
            bin(TimeGenerated, 1d) ~> bin(TimeGenerated) ~> KQL017 ~> bin(TimeGenerated)
            join kind=inner ~> join ~> KQL019 ~> join (parents)
            on DeviceId ~> on DeviceID ~> KQL004 ~> DeviceID
            let parents = DeviceProcessEvents ~> let parents = externaldata(FileName:string)["https://x"] ~> KQL020 ~> externaldata
            has "http" ~> has "htXZWXtp" ~> KQL021 ~> "htXZWXtp"
            ProcessId > 4 ~> ProcessId ~> KQL023 ~> ProcessIdXNLX
            ProcessId > 4 ~> count() > 4 ~> KQL023 ~> count() > 4
            """)
    void queries(String find, String replacement, String code, String at) {
        String mutant = mutant(QUERY, find, replacement);
        found(KQL.lint(mutant, KQL.defaultProfile()), mutant, code, at);
        found(KQL.lintFile("pack/sentinel/x.kql", mutant).orElseThrow(), mutant, code, at);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiterString = " ~> ",
            quoteCharacter = '`',
            textBlock = """
            name: "Shell ~> name: "XACX ~> TPL023 ~> XACX with
            ProcessCommandLine has "http" ~> "AccountCustomEntity" has "http" ~> TPL022 ~> AccountCustomEntity
            identifier: FullName ~> identifier: HostNameXNLX        columnName: DeviceNameXNLX      - identifier: HostName ~> TPL013 ~> HostNameXNLX        columnName: DeviceNameXNLX  - entityType: Account
            columnName: AccountName ~> columnName: 'Account Name' ~> TPL013 ~> 'Account Name'
            'Shell on {{DeviceName}}' ~> '' ~> TPL017 ~> ''
            with an address' ~> https://docs.microsoft.com/en-us/azure' ~> TPL024 ~> https://docs
            name: "Shell ~> name: [ ~> TPL001 ~> : Scheduled
            severity: High ~> severity: HighXNLXseverity: Low ~> TPL001 ~> severity: Low
            triggerThreshold: 0 ~> #none ~> TPL002 ~> id: 839b
            839b8d02-0e6c ~> 839b8d02 ~> TPL003 ~> 839b8d02
            kind: Scheduled ~> kind: Scheduld ~> TPL005 ~> Scheduld
            severity: High ~> severity: Critical ~> TPL006 ~> Critical
            version: 1.0.0 ~> version: 1.0 ~> TPL007 ~> 1.0XNLXdesc
            queryFrequency: 1h ~> queryFrequency: 1m ~> TPL008 ~> 1m
            queryPeriod: 1d ~> queryPeriod: 15d ~> TPL008 ~> 15d
            queryPeriod: 1d ~> queryPeriod: 30m ~> TPL009 ~> 30m
            triggerOperator: gt ~> triggerOperator: ge ~> TPL010 ~> geXNLX
            triggerThreshold: 0 ~> triggerThreshold: 10001 ~> TPL010 ~> 10001
            tactics: [Execution, Persistence] ~> tactics: [Execution, Persistance] ~> TPL011 ~> Persistance
            - T1059.001 ~> - T1059.999 ~> TPL012 ~> T1059.999
            - T1547 ~> - T1041 ~> TPL012 ~> T1041
            - T1059.001 ~> - T1567.002 ~> TPL012 ~> T1567.002
            entityMappings:XNLX  - entityType: HostXNLX    fieldMappings:XNLX      - identifier: FullNameXNLX        columnName: DeviceNameXNLX  - entityType: AccountXNLX    fieldMappings:XNLX      - identifier: NameXNLX        columnName: AccountName ~> entityMappings: [] ~> TPL013 ~> []
            entityType: Host ~> entityType: Hosts ~> TPL013 ~> Hosts
            identifier: FullName ~> identifier: Address ~> TPL013 ~> Address
            identifier: Name ~> identifier: NTDomain ~> TPL013 ~> AccountXNLX    field
            columnName: AccountName ~> columnName: AcountName ~> TPL014 ~> AcountName
            DeviceName,XNLX      AccountName ~> DeviceName,XNLX      AccountDomain ~> TPL014 ~> AccountName
            Line: ProcessCommandLine ~> Li-ne: ProcessCommandLine ~> TPL016 ~> Li-ne
            Line: ProcessCommandLine ~> Line: CommandLine ~> TPL014 ~> CommandLineXNLXalert
            {{DeviceName}} ~> {{Device}} ~> TPL017 ~> {{Device}}
            requiredDataConnectors:XNLX  - connectorId: M ~> requiredDataConnectors:XNLX  - connectorID: M ~> TPL018 ~> connectorID
            aggregationKind: SingleAlert ~> aggregationKind: Single ~> TPL019 ~> SingleXNLX
            severity: High ~> severity: HighXNLXseverty: High ~> TPL020 ~> severty
            Shell with an address" ~> Shell with an address." ~> TPL021 ~> "Shell
            ProcessCommandLine has "http" ~> ProcessComandLine has "http" ~> KQL004 ~> ProcessComandLine has
            DeviceName,XNLX      AccountName ~> DeviceName,XNLX      AcountName ~> KQL004 ~> AcountName
            "cmd.exe" ~> "cmd.exe ~> KQL001 ~> "cmd.exeXNLX
            query: |-XNLX  DeviceProcessEvents ~> query: |-XNLX  DeviceProcesEvents ~> KQL003 ~> DeviceProcesEvents
            """)
    void templates(String find, String replacement, String code, String at) {
        String mutant = mutant(TEMPLATE, find, replacement);
        found(KQL.lintFile("pack/sentinel/x.yaml", mutant).orElseThrow(), mutant, code, at);
    }

    @Test
    void anAlertNameThatIsTooLongIsFound() {
        String fits = "x".repeat(256);
        assertThat(grave(KQL.lintFile("x.yaml", mutant(TEMPLATE, "Shell on {{DeviceName}}", fits))
                        .orElseThrow()))
                .isEmpty();
        String mutant = mutant(TEMPLATE, "Shell on {{DeviceName}}", fits + "x");
        found(KQL.lintFile("x.yaml", mutant).orElseThrow(), mutant, "TPL017", "'xxx");
    }

    /** Types and identifiers that only some lists of the documentation have. */
    @ParameterizedTest
    @CsvSource({"Host,FullName,IoTDevice,DeviceId", "Account,Name,MailMessage,BodyFingerprintBin5"})
    void rarerEntitiesAreKnown(String type, String identifier, String rarer, String itsIdentifier) {
        String other = mutant(
                mutant(TEMPLATE, "entityType: " + type, "entityType: " + rarer),
                "identifier: " + identifier,
                "identifier: " + itsIdentifier);
        assertThat(KQL.lintFile("x.yaml", other).orElseThrow())
                .noneMatch(finding -> finding.message().contains("has no identifier")
                        || finding.message().contains("no entity type"));
        String unknown = mutant(other, "identifier: " + itsIdentifier, "identifier: " + itsIdentifier + "0");
        assertThat(KQL.lintFile("x.yaml", unknown).orElseThrow())
                .anyMatch(finding -> finding.message().contains(itsIdentifier + "0"));
    }

    @Test
    void aQueryInQuotesHasItsPlaceToo() {
        String before = TEMPLATE.substring(0, TEMPLATE.indexOf("query: |-"));
        String quoted = before
                + "query: \"DeviceProcessEvents\\n| where FileNam has \\\"c\\u0041\\\"\\n\\\n    | where ProcesId > 4\\n| project TimeGenerated, DeviceName\"\n";
        List<LintFinding> findings = KQL.lintFile("x.yaml", quoted).orElseThrow();
        found(findings, quoted, "KQL004", "FileNam has");
        found(findings, quoted, "KQL004", "ProcesId");
        String folded =
                before + "query: >-\n  DeviceProcessEvents\n  | where FileNam has\n  \"c\"\n\n  | where ProcesId > 4\n";
        found(KQL.lintFile("x.yaml", folded).orElseThrow(), folded, "KQL004", "FileNam has");
        found(KQL.lintFile("x.yaml", folded).orElseThrow(), folded, "KQL004", "ProcesId");
    }

    @Test
    void sigmaRulesAndOtherYamlAreNotTemplates() {
        assertThat(KQL.lintFile("a.yml", "title: x\nlogsource:\n  product: windows\nquery: y"))
                .isEmpty();
        assertThat(KQL.lintFile("a.yml", "title: x\n")).isEmpty();
        assertThat(KQL.lintFile("a.spl", "x")).isEmpty();
    }

    private static String mutant(String original, String find, String replacement) {
        assertThat(original).contains(plain(find));
        int at = original.lastIndexOf(plain(find));
        return original.substring(0, at)
                + plain(replacement)
                + original.substring(at + plain(find).length());
    }

    private static String plain(String written) {
        return written.replace("XZWX", "\u200B")
                .replace("XNBX", "\u00A0")
                .replace("XACX", "\u00e9")
                .replace("XNLX", "\n");
    }

    private static void found(List<LintFinding> findings, String text, String code, String at) {
        int offset = text.lastIndexOf(plain(at));
        assertThat(offset).as(at + " in " + text).isNotNegative();
        int skipped = plain(at).startsWith("\n") ? 1 : 0;
        String before = text.substring(0, offset + skipped);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        assertThat(findings).as(text).anySatisfy(finding -> assertThat(finding)
                .extracting(LintFinding::code, LintFinding::line, LintFinding::column)
                .containsExactly(code, line, column));
    }
}
