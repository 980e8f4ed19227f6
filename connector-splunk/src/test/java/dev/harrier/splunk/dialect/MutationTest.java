package dev.harrier.splunk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.LintFinding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One fault at a time, put into searches that are good: lint finds each, with its code, at its place. */
class MutationTest {
    private static final String SUMMARY = """
            | tstats summariesonly=false fillnull_value="" count min(_time) as first
                from datamodel=Endpoint.Processes
                where Processes.process_name IN ("cmd.exe", "powershell.exe") Processes.process="cmd /c *"
                by Processes.dest Processes.user
            | rename Processes.* as *
            | where count > 1
            | table first dest user count
            """;

    private static final String RAW = """
            search index=windows EventCode=1 Image="C:\\\\Windows\\\\cmd.exe"
            | eval line=lower(CommandLine)
            | transaction host maxspan=5m
            | stats count min(_time) as first by host user
            """;

    @Test
    void theOriginalsAreGood() {
        assertThat(Hunts.SPL.lint(SUMMARY, Hunts.CIM)).isEmpty();
        assertThat(Hunts.SPL.lint(RAW, Hunts.CIM)).extracting(LintFinding::code).containsExactly("SPL011");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiterString = " ~> ",
            quoteCharacter = '^',
            textBlock = """
            "cmd.exe", "pow ~> "cmd.exe, "pow ~> SPL001 ~> "
            IN ("cmd.exe", "powershell.exe") ~> IN ("cmd.exe", "powershell.exe" ~> SPL001 ~> ("cmd.exe"
            | where count > 1 ~> | where count > 1 ] ~> SPL001 ~> ]
            | where count > 1 ~> | | where count > 1 ~> SPL001 ~> | where count
            | where count > 1 ~> | outputlookup x.csv ~> SPL002 ~> outputlookup
            | where count > 1 ~> | where count > 1 | OUTPUTCSV y ~> SPL002 ~> OUTPUTCSV
            | where count > 1 ~> | appendpipe [ stats count | collect index=summary ] ~> SPL002 ~> collect
            | where count > 1 ~> | appendpipe [ sendemail to="a@b.c" ] ~> SPL002 ~> sendemail
            | where count > 1 ~> | append [| rest /services/server/info ] ~> SPL002 ~> rest
            | where count > 1 ~> | foreach * [ delete ] ~> SPL002 ~> delete
            | where count > 1 ~> | map search="search index=$x$" ~> SPL002 ~> map
            | where count > 1 ~> | join dest max=0 [ search index=a [| script python x ] ] ~> SPL002 ~> script
            | where count > 1 ~> | `wrap("| outputlookup z")` ~> SPL002 ~> outputlookup
            | where count > 1 ~> | sendalert x ~> SPL002 ~> sendalert
            | where count > 1 ~> | dbxquery query="x" ~> SPL002 ~> dbxquery
            | where count > 1 ~> | mcollect index=m ~> SPL002 ~> mcollect
            | where count > 1 ~> | meventcollect index=m ~> SPL002 ~> meventcollect
            | where count > 1 ~> | tscollect namespace=x ~> SPL002 ~> tscollect
            | where count > 1 ~> | run x ~> SPL002 ~> run x
            | where count > 1 ~> | wher count > 1 ~> SPL003 ~> wher count
            Endpoint.Processes ~> Endpoint.Proceses ~> SPL004 ~> Endpoint.Proceses
            Processes.dest ~> Processes.dst ~> SPL005 ~> Processes.dst
            Processes.process="cmd ~> Processes.proces="cmd ~> SPL005 ~> Processes.proces=
            Processes.user ~> Process.user ~> SPL017 ~> Process.user
            Processes.process="cmd ~> Filesystem.process="cmd ~> SPL017 ~> Filesystem.process=
            | where count > 1 ~> | `drop_dm_object_name(Processes)` ~> SPL006 ~> `drop
            "cmd /c *" ~> "*cmd /c *" ~> SPL007 ~> "*cmd /c
            where Processes.process_name ~> where earliest=-7d Processes.process_name ~> SPL008 ~> earliest
            where Processes.process_name ~> where earliest=0 Processes.process_name ~> SPL013 ~> earliest
            summariesonly=false ~> chunk_size=10 ~> SPL009 ~> tstats
            fillnull_value="" ~> chunk_size=10 ~> SPL010 ~> tstats
            | where count > 1 ~> | join dest [ search index=a ] ~> SPL011 ~> join dest
            | where count > 1 ~> | join dest [ search index=a ] ~> SPL014 ~> join dest
            | where count > 1 ~> | join dest max=0 [ search index=a ] ~> SPL015 ~> [ search
            | where count > 1 ~> | inputlookup append=t foreign.csv ~> SPL016 ~> inputlookup
            """)
    void summaries(String find, String replacement, String code, String at) {
        found(SUMMARY, find, replacement, code, at);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiterString = " ~> ",
            quoteCharacter = '^',
            textBlock = """
            maxspan=5m ~> mvlist=t ~> SPL014 ~> transaction
            index=windows ~> index=* ~> SPL012 ~> index=*
            index=windows ~> [ search index=* a=b | fields c ] ~> SPL012 ~> index=*
            EventCode=1 ~> EventCode=1 latest=now ~> SPL008 ~> latest
            EventCode=1 ~> EventCode=1 earliest=1 ~> SPL013 ~> earliest
            Image="C: ~> Image="*C: ~> SPL007 ~> "*C
            | eval line ~> ``` | eval line ~> SPL001 ~> ```
            """)
    void rawSearches(String find, String replacement, String code, String at) {
        found(RAW, find, replacement, code, at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"search x=\"| delete\"", "search x=\"[| outputlookup y]\"", "search map rest run | stats count"})
    void wordsInValuesAreNoCommands(String text) {
        assertThat(Hunts.SPL.lint(text, Hunts.CIM))
                .extracting(LintFinding::code)
                .doesNotContain("SPL002");
    }

    @Test
    void anEmptySearchIsNone() {
        assertThat(Hunts.SPL.lint(" \n", Hunts.CIM))
                .extracting(LintFinding::code)
                .containsExactly("SPL018");
    }

    /** Each level is a pipeline of its own, which must not mean a stack of its own. */
    @Test
    void deepAndLongTextsEnd() {
        String deep = "search a [ ".repeat(50_000) + "]".repeat(50_000);
        assertThat(Hunts.SPL.lint(deep, Hunts.CIM))
                .extracting(LintFinding::code)
                .contains("SPL015");
        String piped = "search a" + " | delete".repeat(50_000);
        assertThat(Hunts.SPL.lint(piped, Hunts.CIM)).hasSize(50_000);
        assertThat(Hunts.SPL.lint("(".repeat(100_000), Hunts.CIM))
                .extracting(LintFinding::code)
                .contains("SPL001");
    }

    @Test
    void onlySearchFilesAreLinted() {
        assertThat(Hunts.SPL.lintFile("a/b.spl", "| delete").orElseThrow()).isNotEmpty();
        assertThat(Hunts.SPL.lintFile("a/b.kql", "| delete")).isEmpty();
    }

    private static void found(String original, String find, String replacement, String code, String at) {
        assertThat(original).contains(find);
        int start = original.lastIndexOf(find);
        String mutant = original.substring(0, start) + replacement + original.substring(start + find.length());
        String before = mutant.substring(0, mutant.lastIndexOf(at));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        List<LintFinding> findings = Hunts.SPL.lint(mutant, Hunts.CIM);
        assertThat(findings).as(mutant).anySatisfy(finding -> assertThat(finding)
                .extracting(LintFinding::code, LintFinding::line, LintFinding::column)
                .containsExactly(code, line, column));
    }
}
