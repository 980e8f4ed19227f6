package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.WantedObject;
import dev.harrier.hunt.HuntId;
import dev.harrier.sentinel.fake.FakeAzure;
import dev.harrier.sentinel.fake.RuleSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Forty broken rules, each refused by the name of its field before anything is sent. */
class RuleCheckTest {
    private static FakeAzure azure;
    private static Connector connector;

    @BeforeAll
    static void start() {
        azure = new FakeAzure();
        connector = Targets.connect(azure, "test");
    }

    @AfterAll
    static void stop() {
        connector.close();
        azure.close();
    }

    @Test
    void aRuleOfOursHasNoProblem() {
        assertThat(check().problems(rule())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void aBrokenRuleIsRefusedByItsFieldAndNotSent(String what, String field, Consumer<ObjectNode> mutation) {
        ObjectNode broken = rule();
        mutation.accept(broken);
        HuntId hunt = Samples.hunt("needle").id();
        WantedObject wanted = new WantedObject(
                hunt,
                hunt.toString(),
                RuleFields.of(broken),
                true,
                new TreeMap<>(RuleFields.settings(broken)),
                RuleFields.VERSION);
        int before = azure.requests();

        ConnectorException e =
                catchThrowableOfType(ConnectorException.class, () -> connector.apply(new Change.Create(wanted)));

        assertThat(e).as(what).isNotNull().hasMessageContaining(field + ":");
        assertThat(azure.requests()).as(what).isEqualTo(before);
    }

    /** Numbers of what the official schema alone would have let through. */
    @Test
    void theCheckSeesMoreThanTheSchema() {
        long unseen = mutations()
                .filter(mutation -> {
                    ObjectNode broken = rule();
                    mutation(mutation).accept(broken);
                    ObjectNode body = broken.objectNode().put("kind", "Scheduled");
                    body.set("properties", broken.put("enabled", true));
                    return RuleSchema.problems(body).isEmpty();
                })
                .count();
        assertThat(mutations()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(unseen).isGreaterThan(20);
    }

    @SuppressWarnings("unchecked")
    private static Consumer<ObjectNode> mutation(Arguments arguments) {
        return (Consumer<ObjectNode>) arguments.get()[2];
    }

    private static RuleCheck check() {
        return new RuleCheck(id -> AttackCatalogue.shipped().current(id));
    }

    private static ObjectNode rule() {
        return Targets.body().properties(Samples.live(Samples.hunt("needle")));
    }

    static Stream<Arguments> mutations() {
        List<Arguments> all = new ArrayList<>();
        add(all, "displayName", "no name", rule -> rule.remove("displayName"));
        add(all, "displayName", "endless name", rule -> rule.put("displayName", "x".repeat(257)));
        add(all, "description", "endless text", rule -> rule.put("description", "x".repeat(5_001)));
        add(all, "query", "no query", rule -> rule.remove("query"));
        add(all, "query", "blank query", rule -> rule.put("query", "  \n"));
        add(all, "query", "endless query", rule -> rule.put("query", query(rule) + " ".repeat(10_000) + "| take 1"));
        add(all, "query", "search", rule -> rule.put("query", "search * | " + query(rule)));
        add(all, "query", "union", rule -> rule.put("query", "union * | " + query(rule)));
        add(all, "query", "no-break space", rule -> rule.put("query", query(rule) + "\u00a0| take 1"));
        add(all, "query", "zero-width space", rule -> rule.put("query", query(rule) + "\u200b| take 1"));
        add(all, "severity", "a severity of ours", rule -> rule.put("severity", "Critical"));
        add(all, "severity", "none", rule -> rule.remove("severity"));
        add(all, "triggerOperator", "a template's word", rule -> rule.put("triggerOperator", "gt"));
        add(all, "triggerThreshold", "negative", rule -> rule.put("triggerThreshold", -1));
        add(all, "triggerThreshold", "too many", rule -> rule.put("triggerThreshold", 10_001));
        add(all, "triggerThreshold", "no whole number", rule -> rule.put("triggerThreshold", 1.5));
        add(all, "queryFrequency", "a template's span", rule -> rule.put("queryFrequency", "1h"));
        add(all, "queryFrequency", "too often", rule -> rule.put("queryFrequency", "PT1M"));
        add(all, "queryPeriod", "too long", rule -> rule.put("queryPeriod", "P15D"));
        add(all, "queryPeriod", "below frequency", rule -> rule.put("queryPeriod", "PT30M"));
        add(all, "queryPeriod", "long and often", rule -> rule.put("queryPeriod", "P3D")
                .put("queryFrequency", "PT30M"));
        add(all, "suppressionDuration", "too long", rule -> rule.put("suppressionDuration", "PT25H"));
        add(all, "suppressionDuration", "none", rule -> rule.remove("suppressionDuration"));
        add(all, "suppressionEnabled", "none", rule -> rule.remove("suppressionEnabled"));
        add(all, "tactics", "a title", rule -> rule.withArray("tactics").add("Defense Evasion"));
        add(all, "techniques", "a sub-technique", rule -> rule.withArray("techniques")
                .add("T1059.001"));
        add(all, "techniques", "another tactic's", rule -> rule.withArray("techniques")
                .add("T1486"));
        add(all, "entityMappings", "eleven", RuleCheckTest::elevenEntities);
        add(all, "entityMappings[0].entityType", "unknown", rule -> entity(rule).put("entityType", "Machine"));
        add(all, "entityMappings[0].identifier", "unknown", rule -> field(rule).put("identifier", "Colour"));
        add(all, "entityMappings[0].identifier", "a weak one alone", rule -> field(rule)
                .put("identifier", "OSFamily"));
        add(all, "entityMappings[0].columnName", "no column", rule -> field(rule)
                .put("columnName", "Nowhere"));
        add(all, "entityMappings[0].columnName", "no name", rule -> field(rule).put("columnName", "a b"));
        add(all, "entityMappings[0].fieldMappings", "none", rule -> entity(rule).putArray("fieldMappings"));
        add(all, "customDetails", "twenty-one", RuleCheckTest::manyDetails);
        add(all, "customDetails", "a key with a blank", rule -> details(rule).put("a b", "DeviceName"));
        add(all, "customDetails", "an endless key", rule -> details(rule).put("x".repeat(21), "DeviceName"));
        add(all, "customDetails.Host", "no column", rule -> details(rule).put("Host", "Nowhere"));
        add(all, "alertDetailsOverride.alertDisplayNameFormat", "no column", rule -> format(rule, "on {{Nowhere}}"));
        add(all, "alertDetailsOverride.alertDisplayNameFormat", "endless", rule -> format(rule, "x".repeat(257)));
        add(
                all,
                "alertDetailsOverride.alertDisplayNameFormat",
                "four places",
                rule -> format(rule, "{{DeviceName}}".repeat(4)));
        add(all, "alertDetailsOverride.alertSeverityColumnName", "no column", rule -> override(rule)
                .put("alertSeverityColumnName", "Nowhere"));
        add(all, "alertDetailsOverride.alertDynamicProperties", "an unknown one", rule -> override(rule)
                .withArray("alertDynamicProperties")
                .addObject()
                .put("alertProperty", "Colour")
                .put("value", "DeviceName"));
        add(all, "eventGroupingSettings.aggregationKind", "unknown", rule -> rule.putObject("eventGroupingSettings")
                .put("aggregationKind", "Each"));
        add(all, "incidentConfiguration.createIncident", "none", rule -> incidents(rule)
                .remove("createIncident"));
        String grouping = "incidentConfiguration.groupingConfiguration.";
        add(all, grouping + "matchingMethod", "unknown", rule -> grouping(rule).put("matchingMethod", "Some"));
        add(all, grouping + "matchingMethod", "by nothing", rule -> grouping(rule)
                .put("matchingMethod", "Selected"));
        add(all, grouping + "lookbackDuration", "too long", rule -> grouping(rule)
                .put("lookbackDuration", "P8D"));
        add(all, grouping + "groupByEntities", "not mapped", rule -> grouping(rule)
                .putArray("groupByEntities")
                .add("Malware"));
        add(all, grouping + "groupByCustomDetails", "no detail", rule -> grouping(rule)
                .putArray("groupByCustomDetails")
                .add("Nothing"));
        return all.stream();
    }

    private static void add(List<Arguments> all, String field, String what, Consumer<ObjectNode> mutation) {
        all.add(Arguments.arguments(field + ": " + what, field, mutation));
    }

    private static String query(ObjectNode rule) {
        return rule.path("query").asText();
    }

    private static ObjectNode entity(ObjectNode rule) {
        return (ObjectNode) rule.path("entityMappings").get(0);
    }

    private static ObjectNode field(ObjectNode rule) {
        return (ObjectNode) entity(rule).path("fieldMappings").get(0);
    }

    private static void elevenEntities(ObjectNode rule) {
        ObjectNode one = entity(rule).deepCopy();
        for (int i = 0; i < 11; i++) {
            rule.withArray("entityMappings").add(one);
        }
    }

    private static void manyDetails(ObjectNode rule) {
        for (int i = 0; i < 21; i++) {
            details(rule).put("detail" + i, "DeviceName");
        }
    }

    private static ObjectNode details(ObjectNode rule) {
        return rule.withObject("/customDetails");
    }

    private static ObjectNode override(ObjectNode rule) {
        return rule.withObject("/alertDetailsOverride");
    }

    private static void format(ObjectNode rule, String format) {
        override(rule).put("alertDisplayNameFormat", format);
    }

    private static ObjectNode incidents(ObjectNode rule) {
        return rule.withObject("/incidentConfiguration");
    }

    private static ObjectNode grouping(ObjectNode rule) {
        return rule.withObject("/incidentConfiguration/groupingConfiguration");
    }
}
