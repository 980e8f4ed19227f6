package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.QueryParameter;
import dev.harrier.hunt.QuerySample;
import dev.harrier.hunt.catalogue.Catalogue;
import dev.harrier.lab.HuntTest;
import dev.harrier.lab.PackTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Native queries with hostile parameters, in both languages, run in the lab. */
class NativeQueryTest {
    private static final List<Dialect> DIALECTS =
            Connectors.discover().stream().map(ConnectorProvider::dialect).toList();
    private static final String SPL = """
            | tstats count min(_time) as firstTime max(_time) as lastTime from datamodel=Network_Resolution.DNS by _time span=86400s DNS.src DNS.query
            | rename DNS.* as *
            | where in(query,{{wanted}}) OR query=={{other}}
            | eval count=1""";
    private static final String KQL = """
            DeviceEvents
            | where ActionType == "DnsQueryResponse"
            | extend Name = tostring(parse_json(AdditionalFields).DnsQueryString)
            | where Name in ({{wanted}}) or Name == {{other}}
            | project {{TIME}}, DeviceName, Name""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\"b",
                "a\\b",
                "a\\\\\"b",
                "a') or true or ('",
                "\") OR 1=1 OR query IN (\"",
                "a|b",
                "$a$",
                "[a]",
                "%a",
                "{{wanted}}",
                "*",
                "a\u202Eb",
                "|| \"",
                "// comment",
                "a''b",
                "\\\""
            })
    void aHostileParameterFindsItselfAndNothingElse(String value) {
        HuntTest test = PackTest.test(List.of(hunt(value)), DIALECTS).hunts().get(0);
        assertThat(test.outcomes()).hasSize(2).allSatisfy(outcome -> assertThat(outcome.status())
                .as(outcome.toString())
                .isEqualTo(HuntTest.Status.PASSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul\0", "half \uD83D"})
    void whatNoLiteralCarriesIsUnsupportedAndSaid(String value) {
        for (Dialect dialect : DIALECTS) {
            assertThat(dialect.render(hunt(value), dialect.defaultProfile())).isInstanceOf(Rendering.Unsupported.class);
        }
    }

    @Test
    void aLanguageThatNobodyWroteIsUnsupported() {
        Logic logic = new Logic.NativeQuery(EventKind.DNS_QUERY, Map.of());
        for (Dialect dialect : DIALECTS) {
            assertThat(dialect.render(hunt(logic), dialect.defaultProfile())).isInstanceOf(Rendering.Unsupported.class);
        }
    }

    private static Hunt hunt(String value) {
        QuerySample hit = sample(true, value);
        QuerySample miss = sample(false, "harmless.example");
        return hunt(new Logic.NativeQuery(
                EventKind.DNS_QUERY,
                LogSource.of(EventKind.DNS_QUERY),
                new TreeMap<>(Map.of("spl", SPL, "kql", KQL)),
                new TreeMap<>(Map.of(
                        "wanted",
                        new QueryParameter.Texts(List.of("never.example", value)),
                        "other",
                        new QueryParameter.Text(value))),
                List.of(hit, miss)));
    }

    private static QuerySample sample(boolean hit, String name) {
        return new QuerySample(
                hit,
                "sample",
                List.of(new QuerySample.Series(
                        Map.of("Computer", "ws1", "QueryName", name), 1, Duration.ZERO, Duration.ZERO, Duration.ZERO)));
    }

    private static Hunt hunt(Logic logic) {
        Hunt frame = Catalogue.shipped().entries().get(0).hunt();
        return new Hunt(
                frame.id(),
                frame.title(),
                frame.description(),
                frame.kind(),
                logic,
                frame.severity(),
                frame.confidence(),
                frame.techniques(),
                frame.grounds(),
                frame.references(),
                frame.falsePositives(),
                frame.timeToLive(),
                frame.selectedBecause());
    }
}
