package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.connector.Connector;
import dev.harrier.connector.QuestionsConnectorContract;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import dev.harrier.connector.Sighting;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.Dialect;
import dev.harrier.hunt.HuntId;
import dev.harrier.sentinel.azure.Arm;
import dev.harrier.sentinel.azure.AzureSession;
import dev.harrier.sentinel.azure.Patience;
import dev.harrier.sentinel.dialect.KqlDialect;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The contract of all connectors on a real workspace that nobody else uses: {@code -Dsentinel.live=NAME-OF-THE-WORKSPACE}, the other
 * settings in {@code HARRIER_SENTINEL_…}. Each test makes a rule of an id of its own, for ids that were deleted are blocked for a day, and
 * deletes it; none begins in a workspace that holds anything of Harrier's. Its name keeps it out of a build that doesn't ask for it.
 */
@EnabledIfSystemProperty(named = "sentinel.live", matches = "[A-Za-z0-9-]+")
class LiveSentinel extends QuestionsConnectorContract {
    private static final String PREFIX = "HARRIER_SENTINEL_";

    private final HuntId hunt =
            HuntId.derived("live contract", UUID.randomUUID().toString());
    private final AzureSession session = new AzureSession(settings(DEPLOYMENT), Patience.USUAL);
    private final Arm arm = new Arm(session);

    @Override
    protected HuntId huntId() {
        return hunt;
    }

    /** A workspace with anything of Harrier's is somebody's: nothing in it is touched. */
    @BeforeEach
    void isNobodysAndHasTheTable() {
        try (Connector any = connect(DEPLOYMENT)) {
            any.deployed().stream().findFirst().ifPresent(object -> {
                throw new IllegalStateException(
                        "workspace " + System.getProperty("sentinel.live") + " holds objects of Harrier's, such as "
                                + object.name() + ": name one that nobody uses by -Dsentinel.live");
            });
            String name = any.describe(deployment(hunt(NEEDLE), Deployment.State.SHADOW))
                    .name();
            Assumptions.assumeTrue(
                    name.equals(hunt.toString()),
                    "the workspace has no table DeviceProcessEvents (connect Defender XDR, or ingest a row): no rule can be made");
        }
    }

    @AfterEach
    void removeAndClose() {
        try (session) {
            arm.delete(arm.sentinel("alertRules").child(hunt.toString()));
        }
    }

    @Override
    protected Connector connect(String deployment) {
        SentinelSettings settings = settings(deployment);
        RuleBody body = new RuleBody(id -> AttackCatalogue.shipped().current(id), settings.policy());
        return new SentinelConnector(settings, new KqlDialect(), body, Patience.USUAL, Clock.systemUTC());
    }

    @Override
    protected Dialect dialect() {
        return new KqlDialect();
    }

    @Override
    protected void plantForeign(WantedObject wanted) {
        Map<String, String> all = new HashMap<>(wanted.fields());
        all.putAll(wanted.settings());
        put(wanted.name(), RuleFields.properties(all).put("enabled", false));
    }

    @Override
    protected void editByHand(String name) {
        ObjectNode rule =
                arm.get(arm.sentinel("alertRules").child(name)).orElseThrow().deepCopy();
        ObjectNode properties = (ObjectNode) rule.path("properties");
        properties.put("query", properties.path("query").asText() + "\n| where true");
        properties.remove(List.of("lastModifiedUtc", "alertRuleTemplateName", "templateVersion"));
        put(name, properties);
    }

    private void put(String name, ObjectNode properties) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("kind", "Scheduled");
        arm.get(arm.sentinel("alertRules").child(name))
                .ifPresent(there -> body.put("etag", there.path("etag").asText()));
        body.set("properties", properties);
        arm.put(arm.sentinel("alertRules").child(name), body);
    }

    /** A number that differs if anything was written: each write gives a new etag. */
    @Override
    protected long writes() {
        try (Connector any = connect(DEPLOYMENT)) {
            StringBuilder state = new StringBuilder();
            for (RemoteObject object : any.deployed()) {
                arm.get(arm.sentinel("alertRules").child(object.name()))
                        .ifPresent(there -> state.append(there.path("etag").asText()));
            }
            return state.toString().hashCode();
        }
    }

    @Override
    protected void hold(List<Sighting> sightings) {
        Assumptions.abort("events of our own would have to be ingested into a Device table");
    }

    @Override
    protected void failSearches() {
        Assumptions.abort("a real workspace can't be made to fail");
    }

    private static SentinelSettings settings(String deployment) {
        Map<String, String> values = new HashMap<>();
        Map<String, Secret> secrets = new HashMap<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                String key =
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
                if (Secret.NAMES.contains(key)) {
                    secrets.put(key, Secret.of(value));
                } else {
                    values.put(key, value);
                }
            }
        });
        values.put("workspace", System.getProperty("sentinel.live"));
        return SentinelSettings.of(new Settings("live", deployment, values, secrets), System.getenv());
    }
}
