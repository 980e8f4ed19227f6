package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.connector.Connector;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.ExistingRule;
import dev.harrier.deploy.Plan;
import dev.harrier.sentinel.fake.FakeAzure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a workspace runs already. */
class ExistingRulesTest {
    @Test
    void enabledRulesOfOthersAreListedWithTheirTechniques() {
        try (FakeAzure azure = new FakeAzure();
                Connector connector = Targets.connect(azure, "test")) {
            azure.rules().plant("a", rule("LSASS access", "DeviceEvents", true));
            azure.rules().plant("b", rule("Switched off", "DeviceInfo", false));
            Deployment ours = Samples.live(Samples.hunt("needle"));
            Plan.between("test", List.of(connector.describe(ours)), connector.deployed(), false)
                    .changes()
                    .forEach(connector::apply);

            assertThat(connector.existing())
                    .containsExactly(new ExistingRule("LSASS access", List.of("T1003", "T1003.001"), "DeviceEvents"));
        }
    }

    private static ObjectNode rule(String name, String query, boolean enabled) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.put("displayName", name).put("query", query).put("enabled", enabled);
        properties.putArray("techniques").add("T1003");
        properties.putArray("subTechniques").add("T1003.001");
        return properties;
    }
}
