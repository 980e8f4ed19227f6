package dev.harrier.dist.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.dialect.TableMapping;
import dev.harrier.dialect.Translation;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.sigma.SigmaReader;
import dev.harrier.lab.PackTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips that renderers make, one at a time, in the text that would be deployed: {@code test} catches each. */
class WrongOnPurposeTest {
    private static final Map<String, Dialect> DIALECTS = Map.of("spl", dialect("spl"), "kql", dialect("kql"));
    private static final Hunt HUNT = SigmaReader.read("""
                    title: Every kind of clause
                    id: 6a914fd3-c55a-5d09-85fa-61564ded72f6
                    logsource:
                        category: process_creation
                        product: windows
                    detection:
                        image:
                            Image|endswith:
                                - '\\a.exe'
                                - '\\b.exe'
                        line:
                            - CommandLine|startswith: 'go'
                            - CommandLine|contains: '50% of_all'
                        cased:
                            CommandLine|contains|cased: 'CaSe'
                        regex:
                            CommandLine|re: 'x\\.y{2}'
                        number:
                            ParentProcessId|gte: 100
                        user:
                            User: 'CORP\\ann'
                        filter:
                            ParentImage|endswith: '\\good.exe'
                        none:
                            IntegrityLevel: null
                        condition: image and line and cased and regex and number and user and not filter and not none
                    level: low
                    """, "a.yml").get(0).toHunt();

    private static Dialect dialect(String name) {
        return Connectors.discover().stream()
                .map(ConnectorProvider::dialect)
                .filter(dialect -> dialect.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theOriginalPasses() {
        PackTest test = PackTest.test(List.of(HUNT), List.copyOf(DIALECTS.values()));
        assertThat(test.passed())
                .as(test + "\n" + text("spl") + "\n" + text("kql"))
                .isTrue();
        assertThat(test.hunts().get(0).untested()).isEmpty();
    }

    private static String text(String dialect) {
        Dialect right = DIALECTS.get(dialect);
        return ((Rendering.Rendered) right.render(HUNT, right.defaultProfile())).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ~> ",
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '`',
            textBlock = """
            spl ~> AND for OR ~> a.exe" OR Proc ~> a.exe" AND Proc
            spl ~> OR for AND ~> b.exe") (Proc ~> b.exe") OR (Proc
            spl ~> dropped parentheses ~> (Processes.process="go*" OR Processes.process="*50% of_all*") ~> Processes.process="go*" Processes.process="*50% of_all*"
            spl ~> wrong column ~> Processes.process_path="*\\\\a.exe" ~> Processes.parent_process_path="*\\\\a.exe"
            spl ~> column that is not there ~> Processes.user="CORP ~> Processes.usr="CORP
            spl ~> unescaped backslash ~> "CORP\\\\ann" ~> "CORPann"
            spl ~> wildcard left out ~> "go*" ~> "go"
            spl ~> wildcard too many ~> "*\\\\b.exe" ~> "*\\\\b.exe*"
            spl ~> missing NOT ~> (NOT Processes.parent_process_path ~> (Processes.parent_process_path
            spl ~> lost case ~> "(?s)\\\\A.*CaSe.*\\\\z" ~> "(?is)\\\\A.*CaSe.*\\\\z"
            spl ~> literal as regular expression ~> x\\\\.y{2} ~> x.y{2}
            spl ~> lost repetition ~> y{2} ~> y
            spl ~> off by one ~> 99)>=100 ~> 99)>100
            spl ~> turned round ~> 99)>=100 ~> 99)<=100
            spl ~> absence for presence ~> AND (NOT (if(process_integrity ~> AND ((if(process_integrity
            spl ~> wrong table ~> datamodel=Endpoint.Processes ~> datamodel=Endpoint.Filesystem
            spl ~> no filler ~> fillnull_value="unknown" ~> chunk_size=1
            kql ~> and for or ~> a.exe" or Fold ~> a.exe" and Fold
            kql ~> or for and ~> "CORP" and Acc ~> "CORP" or Acc
            kql ~> wrong column ~> (FolderPath endswith @"\\a ~> (InitiatingProcessFolderPath endswith @"\\a
            kql ~> column that is not there ~> AccountName =~ ~> AcountName =~
            kql ~> == for =~ ~> AccountName =~ ~> AccountName ==
            kql ~> has for contains ~> contains "50% of_all" ~> has "50% of_all"
            kql ~> endswith for startswith ~> startswith "go" ~> endswith "go"
            kql ~> contains for endswith ~> endswith @"\\b.exe" ~> contains @"\\b.exe"
            kql ~> unescaped backslash ~> @"\\a.exe" ~> "\\a.exe"
            kql ~> wildcard as literal ~> "50% of_all" ~> "50%* of_all"
            kql ~> lost case ~> contains_cs "CaSe" ~> contains "CaSe"
            kql ~> literal as regular expression ~> x\\.y{2} ~> x.y{2}
            kql ~> missing not ~> where not(InitiatingProcessFolderPath ~> where (InitiatingProcessFolderPath
            kql ~> off by one ~> >= 100 ~> > 100
            kql ~> half of a name ~> AccountDomain =~ "CORP" and ~> isnotempty(AccountDomain) and
            kql ~> absence for presence ~> where not(isempty( ~> where (isempty(
            kql ~> wrong table ~> DeviceProcessEvents ~> DeviceFileEvents
            kql ~> a limit ~> | project TimeGenerated ~> | take 1 | project TimeGenerated
            """)
    void aSlipIsCaught(String language, String what, String find, String replacement) {
        String wrong = text(language).replaceFirst(Pattern.quote(find), Matcher.quoteReplacement(replacement));
        assertThat(wrong).as(what + " in " + text(language)).isNotEqualTo(text(language));
        PackTest test = PackTest.test(List.of(HUNT), List.of(new Wrong(DIALECTS.get(language), wrong)));
        assertThat(test.passed()).as(what + ": " + wrong).isFalse();
    }

    /** Says a text in place of the right one. */
    private record Wrong(Dialect right, String text) implements Dialect {
        @Override
        public String name() {
            return right.name();
        }

        @Override
        public Profile defaultProfile() {
            return right.defaultProfile();
        }

        @Override
        public Rendering render(Hunt hunt, Profile profile) {
            return new Rendering.Rendered(text);
        }

        @Override
        public String counting(String query, Profile profile) {
            return right.counting(query, profile);
        }

        @Override
        public List<LintFinding> lint(String query, Profile profile) {
            return right.lint(query, profile);
        }

        @Override
        public List<TableMapping> tables(Profile profile) {
            return right.tables(profile);
        }

        @Override
        public Translation translate(String query) {
            return right.translate(query);
        }

        @Override
        public boolean absentTextIsEmpty() {
            return right.absentTextIsEmpty();
        }
    }
}
