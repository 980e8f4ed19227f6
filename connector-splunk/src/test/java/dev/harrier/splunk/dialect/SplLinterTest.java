package dev.harrier.splunk.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplLinterTest {
    private static List<String> codes(String text) {
        return Hunts.SPL.lint(text, Hunts.CIM).stream().map(LintFinding::code).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search \"a",
                "search (a",
                "search a)",
                "search [a",
                "search `a",
                "| stats count |",
                "search a ``` b"
            })
    void reportsWhatDoesNotEnd(String text) {
        assertThat(codes(text)).contains("SPL001");
    }

    /** Once a stack overflow: strings were cut by a regular expression that recursed for each character. */
    @Test
    void readsAStringOfAnyLength() {
        String string = "x".repeat(200_000);
        assertThat(codes("search index=main | where a=\"" + string + "\" AND '" + string + "'=1"))
                .doesNotContain("SPL001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outputlookup x",
                "collect index=y",
                "delete",
                "sendemail to=z",
                "map search=q",
                "script python p",
                "rest /services"
            })
    void refusesCommandsThatDoMoreThanRead(String command) {
        assertThat(codes("search index=main | " + command)).contains("SPL002");
        assertThat(codes("search index=main [| " + command + "]")).contains("SPL002");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "eval a=lenght(x)~SPL019",
                "where match(a)~SPL020",
                "where a=1 AND if(b=1,2)=2~SPL020",
                "eval a=case(b=1,2,3)~SPL020",
                "eval a=10-len(b,c)~SPL020",
                "eval a=abs(\"x\")~SPL020",
                "eval a=replace(b,\"c\",1)~SPL020",
                "eval a=if(\"x\",1,2)~SPL020",
                "append [search b | eval a=now(1)]~SPL020",
            })
    void knowsHowEvalFunctionsAreCalled(String command, String code) {
        assertThat(codes("search index=main | " + command)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eval a=case(b=1,2,true(),3), c=now(), d=json_object()",
                "where (a=1 OR b IN (1,2)) AND NOT (c LIKE \"x%\") AND like(d,\"y\")",
                "eval a=round(b/2,1).substr(c,-3), 'a (b)'=tonumber(\"1f\",16)",
                "eval a=if(isnull(b),\"(,\",replace(c,\"\\(\",\"\"))",
            })
    void evalAsItIsWrittenIsRight(String command) {
        assertThat(codes("search index=main | " + command)).doesNotContain("SPL019", "SPL020");
    }

    @Test
    void searchesOfMultisearchHaveNoLimit() {
        assertThat(codes("| multisearch [search index=a] [search index=b] | append [search index=c]"))
                .containsOnlyOnce("SPL015");
    }

    @Test
    void namesTheUnknownDatasetAndFieldAndTheirPlace() {
        assertThat(codes("| tstats summariesonly=f fillnull_value=\"\" count from datamodel=Endpoint.Nope by x"))
                .contains("SPL004");
        List<LintFinding> findings = Hunts.SPL.lint(
                "| tstats summariesonly=f fillnull_value=\"\" count from datamodel=Endpoint.Processes\n where Processes.nope=1 by Processes.dest",
                Hunts.CIM);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0))
                .extracting(LintFinding::code, LintFinding::line, LintFinding::column)
                .containsExactly("SPL005", 2, 8);
    }

    @Test
    void mindsMacrosTimesAndCost() {
        assertThat(codes("`x` | stats count")).contains("SPL006");
        assertThat(Hunts.SPL.lint("`x` | stats count", new Profile("cim", Map.of("macros", "true"))))
                .isEmpty();
        assertThat(codes("search index=a earliest=-1d b=\"*c\" | join x [search y]"))
                .containsExactly("SPL008", "SPL007", "SPL011", "SPL014", "SPL015");
        assertThat(codes("| tstats count from datamodel=Endpoint.Processes by Processes.dest"))
                .containsExactly("SPL009", "SPL010");
        assertThat(codes("search a=b | frobnicate")).containsExactly("SPL003");
    }

    @Test
    void refusesUnknownProfiles() {
        assertThatThrownBy(() -> Hunts.SPL.lint("x", new Profile("cim", Map.of("macro", "true"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("macro");
        assertThatThrownBy(() -> Hunts.SPL.lint("x", new Profile("nope", Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Hunts.SPL.tables(new Profile("raw", Map.of("index", "a | delete"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
