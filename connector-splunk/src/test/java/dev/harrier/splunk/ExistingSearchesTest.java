package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.ExistingRule;
import dev.harrier.deploy.Plan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a site runs already. */
class ExistingSearchesTest extends OnFakeSplunkd {
    @Test
    void scheduledSearchesOfOthersAreListedWithTheirTechniques() {
        plant("ESCU - Dump LSASS - Rule", "index=a", "1", "0", "{\"mitre_attack\":[\"T1003.001\",\"T1003\"]}");
        plant("Of the site", "index=b", "1", "0", "no JSON");
        plant("Switched off", "index=c", "1", "1", "");
        plant("A report", "index=d", "0", "0", "");
        deployOne();
        assertThat(connector.existing())
                .containsExactlyInAnyOrder(
                        new ExistingRule("ESCU - Dump LSASS - Rule", List.of("T1003.001", "T1003"), "index=a"),
                        new ExistingRule("Of the site", List.of(), "index=b"));
    }

    @Test
    void pagesAreReadToTheEnd() {
        for (int i = 0; i < 7; i++) {
            plant("Search " + i, "index=a", "1", "0", "");
        }
        splunkd.searches().largestPage(3);
        assertThat(connector.existing()).hasSize(7);
    }

    private void deployOne() {
        Deployment deployment = new Deployment(Made.hunt(1, "x"), "| tstats count", Deployment.State.SHADOW);
        Plan.between("contract", List.of(connector.describe(deployment)), connector.deployed(), false)
                .changes()
                .forEach(connector::apply);
    }

    private static void plant(String name, String search, String scheduled, String disabled, String annotations) {
        splunkd.searches()
                .plant(
                        Connecting.APP,
                        name,
                        Map.of(
                                "search", search,
                                "is_scheduled", scheduled,
                                "disabled", disabled,
                                "action.correlationsearch.annotations", annotations));
    }
}
