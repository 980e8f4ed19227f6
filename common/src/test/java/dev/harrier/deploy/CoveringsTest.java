package dev.harrier.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.assess.Severity;
import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.FieldType;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoveringsTest {
    private static final HuntId ID = HuntId.derived("covered");
    private static final List<TableMapping> TABLES = List.of(new TableMapping(
            EventKind.PROCESS_CREATION,
            "Endpoint.Processes",
            List.of(new ColumnMapping("CommandLine", "process", ColumnMapping.Transform.IDENTITY, FieldType.STRING)),
            Map.of()));

    private static Optional<Covering> covering(Hunt hunt, ExistingRule... rules) {
        return Optional.ofNullable(
                Coverings.between(List.of(hunt), List.of(rules), TABLES).get(hunt.id()));
    }

    private static ExistingRule rule(String name, String text, String... techniques) {
        return new ExistingRule(name, List.of(techniques), text);
    }

    @Test
    void anIndicatorHuntIsCoveredByARuleThatNamesAllItsValues() {
        Hunt hunt = hunt(Hunt.Kind.INDICATOR, "QueryName", "bad.example", "worse.example");
        assertThat(covering(hunt, rule("Blocklist", "dns where q in (\"*.bad.example\", 'worse.example')")))
                .hasValueSatisfying(c -> assertThat(c.words())
                        .isEqualTo("already covered by \"Blocklist\": its text holds all 2 values"));
        assertThat(covering(hunt, rule("Half", "query=*.WORSE.example*")))
                .hasValueSatisfying(c -> assertThat(c.extent()).isEqualTo(Covering.Extent.PARTLY));
        assertThat(covering(hunt, rule("None", "query=notbad.example OR worse.example.org")))
                .isEmpty();
    }

    @Test
    void ofSeveralRulesTheOneThatHoldsMostCounts() {
        Hunt hunt = hunt(Hunt.Kind.INDICATOR, "QueryName", "bad.example", "worse.example");
        assertThat(covering(hunt, rule("A", "bad.example"), rule("B", "bad.example worse.example"), rule("C", "x")))
                .map(Covering::rule)
                .hasValue("B");
    }

    @Test
    void aBehaviourIsCoveredByTheSameValuesInTheSameFieldForTheSameTechnique() {
        Hunt hunt = hunt(Hunt.Kind.BEHAVIOUR, "CommandLine", "sekurlsa::logonpasswords");
        String text =
                "| tstats count from datamodel=Endpoint.Processes where Processes.process=\"*sekurlsa::logonpasswords*\"";
        assertThat(covering(hunt, rule("Mimikatz", text, "T1003.001")))
                .map(Covering::extent)
                .hasValue(Covering.Extent.WHOLLY);
        assertThat(covering(hunt, rule("Of another technique", text, "T1059"))).isEmpty();
        assertThat(covering(hunt, rule("In another field", text.replace("Processes.process", "file"), "T1003.001")))
                .isEmpty();
    }

    @Test
    void theSameRuleIsKnownByIdAndTitle() {
        Hunt hunt = hunt(Hunt.Kind.CATALOGUE, "CommandLine", "whatever");
        assertThat(covering(hunt, rule("Copied", "x /* " + ID + " */"))).isPresent();
        assertThat(covering(hunt, rule("covered  HUNT!", "x"))).isPresent();
        assertThat(covering(hunt, rule("Uncovered hunt", "x"))).isEmpty();
    }

    @Test
    void nothingIsCoveredWhereNothingRuns() {
        assertThat(covering(hunt(Hunt.Kind.INDICATOR, "QueryName", "bad.example")))
                .isEmpty();
    }

    /** A thousand rules of two thousand characters beside five hundred hunts: text is read once, and not again for each hunt. */
    @Test
    void aLargeSiteIsComparedQuickly() {
        List<ExistingRule> rules = new ArrayList<>();
        List<Hunt> hunts = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            rules.add(rule("Rule " + i, ("name" + i + ".example or process ").repeat(80), "T1003.001"));
            if (i % 2 == 0) {
                hunts.add(new Hunt(
                        HuntId.derived("" + i),
                        "Hunt " + i,
                        "d",
                        Hunt.Kind.INDICATOR,
                        logic("QueryName", "name" + i + ".example"),
                        Severity.LOW,
                        Hunt.Confidence.LOW,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        "b"));
            }
        }
        assertThat(Coverings.between(hunts, rules, TABLES))
                .hasSize(500)
                .allSatisfy((id, covering) -> assertThat(covering.extent()).isEqualTo(Covering.Extent.WHOLLY));
    }

    private static Hunt hunt(Hunt.Kind kind, String field, String... values) {
        return new Hunt(
                ID,
                "Covered hunt",
                "For tests.",
                kind,
                logic(field, values),
                Severity.LOW,
                Hunt.Confidence.LOW,
                List.of("T1003.001"),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(Duration.ofDays(9)),
                "a test wants it");
    }

    private static Logic logic(String field, String... values) {
        List<Condition> parts = Stream.of(values)
                .<Condition>map(
                        value -> new Condition.Match(field, new FieldTest.Like(TextPattern.containing(value), false)))
                .toList();
        return new Logic.Detection(EventKind.PROCESS_CREATION, new Condition.Any(parts));
    }
}
