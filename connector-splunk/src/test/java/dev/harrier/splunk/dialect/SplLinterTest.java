package dev.harrier.splunk.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
