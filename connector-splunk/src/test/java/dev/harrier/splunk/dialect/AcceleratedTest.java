package dev.harrier.splunk.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models that a site has accelerated are searched by their summaries, the others in full. */
class AcceleratedTest {
    private static final Profile ENDPOINT = new Profile("cim", Map.of("accelerated-models", "Endpoint, Web"));
    private static final Condition CONDITION = Hunts.contains("CommandLine", "-enc ");

    @Test
    void onlyNamedModelsAreSearchedBySummariesAlone() {
        assertThat(Hunts.text(EventKind.PROCESS_CREATION, CONDITION, ENDPOINT))
                .startsWith("| tstats summariesonly=true allow_old_summaries=true fillnull_value=")
                .contains("from datamodel=Endpoint.Processes");
        assertThat(Hunts.text(EventKind.LOGON, Hunts.is("TargetUserName", "admin"), ENDPOINT))
                .startsWith("| tstats summariesonly=false allow_old_summaries=true");
        assertThat(Hunts.text(EventKind.PROCESS_CREATION, CONDITION, Hunts.CIM))
                .as("unless a site says so, nothing changes")
                .startsWith("| tstats summariesonly=false");
    }

    @Test
    void whatIsKnownOfTheTelemetryIsWhatTheHuntCanSee() {
        assertThat(Hunts.SPL.coverage(EventKind.PROCESS_CREATION, ENDPOINT))
                .hasValueSatisfying(search -> assertThat(search).contains("summariesonly=true"));
    }

    @Test
    void lintAndLabTakeBoth() {
        for (Profile profile : new Profile[] {ENDPOINT, Hunts.CIM}) {
            String text = Hunts.text(EventKind.PROCESS_CREATION, CONDITION, profile);
            assertThat(Hunts.SPL.lint(text, profile)).allMatch(finding -> finding.level() == LintFinding.Level.NOTE);
            assertThat(Lab.sql(Hunts.SPL.counting(text, profile)))
                    .isEqualTo(Lab.sql(Hunts.SPL.counting(
                            Hunts.text(EventKind.PROCESS_CREATION, CONDITION, Hunts.CIM), Hunts.CIM)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Endpoint,Endpont; false; names Endpont, which no hunt asks",
                "endpoint; false; names endpoint, which no hunt asks",
                "Endpoint; true; contradicts macros"
            })
    void aSlipIsSaid(String models, String macros, String said) {
        Profile profile = new Profile("cim", Map.of("accelerated-models", models, "macros", macros));

        assertThatThrownBy(() -> Hunts.text(EventKind.PROCESS_CREATION, CONDITION, profile))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }
}
