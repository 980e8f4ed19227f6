package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.WantedObject;
import dev.harrier.splunk.fake.Fault;
import dev.harrier.splunk.fake.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a saved search is made of: schedule, bounds, alert, access, and what Enterprise Security adds. */
class FieldsTest extends OnFakeSplunkd {
    @Test
    void schedulesAreSpreadAndBounded() {
        List<WantedObject> wanted = Made.wanted(connector, 0, 600);
        Made.deploy(connector, wanted.subList(0, 3));

        Map<String, Long> perMinute = wanted.stream()
                .collect(
                        Collectors.groupingBy(object -> object.settings().get("cron_schedule"), Collectors.counting()));
        assertThat(perMinute).hasSize(60);
        assertThat(perMinute.values()).allMatch(count -> count <= 30);
        for (WantedObject object : wanted.subList(0, 3)) {
            assertThat(value(object, "dispatch.earliest_time")).isEqualTo("-70m@m");
            assertThat(value(object, "dispatch.latest_time")).isEqualTo("-10m@m");
            assertThat(value(object, "dispatch.max_time")).isEqualTo("300");
            assertThat(value(object, "schedule_window"))
                    .as("needs a capability")
                    .isEmpty();
        }
    }

    /** A search without bounds runs over all time. */
    @Test
    void boundsThatAreGoneAreSetAgain() {
        WantedObject wanted = Made.wanted(connector, 1);
        Made.deploy(connector, List.of(wanted));
        splunkd.searches().edit(Connecting.APP, wanted.name(), "dispatch.earliest_time", "");

        assertThat(Made.deploy(connector, List.of(wanted))).hasSize(1);
        assertThat(value(wanted, "dispatch.earliest_time")).isEqualTo("-70m@m");
    }

    @Test
    void whatUsersSetStaysThroughAnUpdate() {
        WantedObject wanted = Made.wanted(connector, 1);
        Made.deploy(connector, List.of(wanted));
        splunkd.searches().edit(Connecting.APP, wanted.name(), "cron_schedule", "0 6 * * 1");
        splunkd.searches().edit(Connecting.APP, wanted.name(), "disabled", "1");

        Change change = change(wanted);
        assertThat(change).isInstanceOfSatisfying(Change.Adjusted.class, kept -> assertThat(kept.words())
                .contains("enabled=0", "cron_schedule=0 6 * * 1"));

        WantedObject changed = Made.changed(connector, 1);
        assertThat(Made.deploy(connector, List.of(changed))).hasSize(1);
        assertThat(value(wanted, "search")).contains("other=1");
        assertThat(value(wanted, "cron_schedule")).isEqualTo("0 6 * * 1");
        assertThat(value(wanted, "disabled")).isEqualTo("1");
        assertThat(change(changed)).isInstanceOf(Change.Adjusted.class);
    }

    @Test
    void whatWeSwitchedOffIsSwitchedOnAgain() {
        WantedObject wanted = Made.wanted(connector, 1);
        Made.deploy(connector, List.of(wanted));
        connector.apply(new Change.Disable(connector.deployed().get(0), "retired"));
        assertThat(value(wanted, "disabled")).isEqualTo("1");

        assertThat(Made.deploy(connector, List.of(wanted))).singleElement().isInstanceOf(Change.Enable.class);
        assertThat(value(wanted, "disabled")).isEqualTo("0");
        assertThat(change(wanted)).isInstanceOf(Change.Keep.class);
    }

    @Test
    void aRetitledHuntKeepsItsObjectAndItsName() {
        WantedObject before = Made.wanted(connector, 1);
        Made.deploy(connector, List.of(before));
        WantedObject after = connector.describe(new Deployment(
                Made.hunt(1, "Quite another title", "Finds it."), "| tstats count", Deployment.State.SHADOW));
        assertThat(after.name()).isNotEqualTo(before.name());

        Made.deploy(connector, List.of(after));

        assertThat(splunkd.searches().names(Connecting.APP)).containsExactly(before.name());
        assertThat(value(before, "search")).isEqualTo("| tstats count");
        assertThat(change(after)).isInstanceOf(Change.Keep.class);
    }

    @Test
    void namesAreWithinWhatEditorsAccept() {
        for (String title : List.of("x".repeat(300), "a/b\\c[d]\"e\n$f$", "\uD83D\uDE00".repeat(90), "é".repeat(88))) {
            String name = SavedSearchName.of(Made.hunt(1, title, "x"));
            assertThat(name).hasSizeLessThanOrEqualTo(99).doesNotContainPattern("[/\\\\\\[\\]\"\\p{Cntrl}$]");
            assertThat(SavedSearchName.belongsTo(name, Made.hunt(1, "x", "x").id()))
                    .isTrue();
            assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .as("no half of a character")
                    .isEqualTo(name);
        }
    }

    @Test
    void accessIsSetWhereItDiffersAndVerified() {
        Connecting shared = Connecting.to(splunkd)
                .with("sharing", "global")
                .with("read-roles", "user,soc")
                .with("write-roles", "soc_admin");
        try (Connector sharing = shared.connector()) {
            List<WantedObject> wanted = Made.wanted(sharing, 0, 3);
            Made.deploy(connector, Made.wanted(connector, 0, 1));
            Made.deploy(sharing, wanted);
            assertThat(splunkd.count(Operation.ACL)).isEqualTo(3);
            assertThat(value(wanted.get(0), "acl.read")).isEqualTo("soc,user");
            assertThat(value(wanted.get(0), "acl.sharing")).isEqualTo("global");
            assertThat(splunkd.count(Operation.UPDATE))
                    .as("access alone is no other write")
                    .isZero();

            assertThat(Made.deploy(sharing, wanted)).isEmpty();

            splunkd.searches().edit(Connecting.APP, wanted.get(1).name(), "acl.write", "*");
            assertThat(Made.deploy(sharing, wanted)).hasSize(1);
            assertThat(splunkd.count(Operation.ACL)).isEqualTo(4);
            assertThat(Made.deploy(connector, wanted))
                    .as("one who names no access leaves it")
                    .isEmpty();
        }
    }

    @Test
    void accessThatIsRefusedIsSaid() {
        Connecting shared = Connecting.to(splunkd)
                .with("sharing", "app")
                .with("read-roles", "*")
                .with("write-roles", "soc_admin");
        splunkd.fail(Operation.ACL, Fault.FORBIDDEN, 1);
        try (Connector sharing = shared.connector()) {
            WantedObject wanted = Made.wanted(sharing, 1);
            assertThatThrownBy(() -> Made.deploy(sharing, List.of(wanted)))
                    .isInstanceOfSatisfying(ConnectorException.class, refusal -> assertThat(refusal.kind())
                            .isEqualTo(ConnectorException.Kind.FORBIDDEN));

            assertThat(Made.deploy(sharing, List.of(wanted))).as("the next run").hasSize(1);
            assertThat(Made.deploy(sharing, List.of(wanted))).isEmpty();
            assertThat(splunkd.count(Operation.CREATE)).isEqualTo(1);
        }
    }

    @Test
    void keysThatNeedOthersFirstAreSentTwice() {
        Connecting suppressing = Connecting.to(splunkd).with("suppress", "24h");
        splunkd.searches().needSecond("alert.suppress");
        try (Connector live = suppressing.connector()) {
            WantedObject wanted = live.describe(Made.live(1));
            Made.deploy(live, List.of(wanted));

            assertThat(value(wanted, "alert.suppress")).isEqualTo("1");
            assertThat(value(wanted, "alert.suppress.period")).isEqualTo("24h");
            assertThat(splunkd.searches().names(Connecting.APP)).hasSize(1);
            assertThat(Made.deploy(live, List.of(wanted))).isEmpty();
        }
    }

    @Test
    void withoutEnterpriseSecurityLiveIsAPlainAlert() {
        connector.deployed();
        WantedObject live = connector.describe(Made.live(1));

        Made.deploy(connector, List.of(live));

        assertThat(value(live, "actions")).isEmpty();
        assertThat(value(live, "alert.track")).isEqualTo("1");
    }

    @Test
    void withEnterpriseSecurityLiveRaisesNotablesAndRiskAndShadowNever() throws JsonProcessingException {
        splunkd.installEnterpriseSecurity();
        connector.deployed();
        WantedObject shadow = Made.wanted(connector, 1);
        Made.deploy(connector, List.of(shadow));
        assertThat(value(shadow, "actions")).isEmpty();
        assertThat(value(shadow, "action.correlationsearch.enabled")).isIn("", "0");

        WantedObject live = connector.describe(Made.live(1));
        Made.deploy(connector, List.of(live));

        assertThat(value(live, "actions")).isEqualTo("notable,risk");
        assertThat(value(live, "action.correlationsearch.enabled")).isEqualTo("1");
        JsonNode annotations = new ObjectMapper().readTree(value(live, "action.correlationsearch.annotations"));
        assertThat(annotations.path("mitre_attack").get(0).asText()).isEqualTo("T1059");
        assertThat(annotations.path("kill_chain_phases").get(0).asText()).isEqualTo("Exploitation");
        assertThat(value(live, "action.risk.param._risk")).contains("\"dest\"", "\"user\"", "\"system\"");
        assertThat(change(live)).isInstanceOf(Change.Keep.class);

        Made.deploy(connector, List.of(shadow));
        assertThat(value(shadow, "actions")).as("demoted").isEmpty();
        assertThat(value(shadow, "action.correlationsearch.enabled")).isEqualTo("0");
        assertThat(change(shadow)).isInstanceOf(Change.Keep.class);
    }

    /** Enterprise Security's editors write JSON in their own order and booleans as they like. */
    @Test
    void otherSpellingsOfEnterpriseSecurityAreNoDrift() {
        splunkd.installEnterpriseSecurity();
        connector.deployed();
        WantedObject live = connector.describe(Made.live(1));
        Made.deploy(connector, List.of(live));
        splunkd.searches()
                .edit(
                        Connecting.APP,
                        live.name(),
                        "action.correlationsearch.annotations",
                        "{ \"mitre_attack\": [\"T1059\"],\n \"kill_chain_phases\": [\"Exploitation\"] }");
        splunkd.searches().edit(Connecting.APP, live.name(), "actions", "risk, notable");
        splunkd.searches().edit(Connecting.APP, live.name(), "action.correlationsearch.enabled", "true");

        assertThat(change(live)).isInstanceOf(Change.Keep.class);
    }

    @Test
    void anArticleWritesNoTokenIntoANotable() {
        splunkd.installEnterpriseSecurity();
        connector.deployed();
        WantedObject live = connector.describe(new Deployment(
                Made.hunt(1, "Costs $result.user$ dear", "See $result.password$."),
                "| tstats count",
                Deployment.State.LIVE));

        live.fields().forEach((key, value) -> {
            if (key.startsWith("action.")) {
                assertThat(value).as(key).doesNotContain("$");
            }
        });
    }

    @Test
    void whetherEnterpriseSecurityIsThereIsNotGuessed() {
        splunkd.fail(Operation.APP, Fault.FORBIDDEN, 1);

        assertThatThrownBy(connector::deployed).hasMessageContaining("enterprise-security");
    }

    private Change change(WantedObject wanted) {
        return Plan.between("contract", List.of(wanted), connector.deployed(), false)
                .changes()
                .get(0);
    }

    private static String value(WantedObject object, String field) {
        return splunkd.searches().value(Connecting.APP, object.name(), field);
    }
}
