package dev.harrier.hunt.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.QueryParameter;
import dev.harrier.hunt.QuerySample;
import dev.harrier.hunt.catalogue.Catalogue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NativeQueryTest {
    private static final String HEAD = """
            title: T
            id: 5b9d1f0e-0c1d-4f43-8a3c-1d2c3b4a5f60
            logsource: {category: dns_query, product: windows}
            """;
    private static final List<String> HARD = List.of(
            "a",
            "| table x\n| where y=1",
            "it's \"quoted\"",
            "back\\slash",
            "# no comment",
            "- item: 1",
            "tab\there",
            "\u202Ertl",
            "  two  spaces",
            "{{n}}",
            "null",
            "true",
            "007",
            "é",
            "a\n\n  b");

    private static Hunt read(String section) {
        return SigmaReader.read(HEAD + section, "n.yml").get(0).toHunt();
    }

    @Test
    void everyShippedNativeHuntReadsBackAsItWas() {
        List<Hunt> hunts = Catalogue.shipped().entries().stream()
                .filter(entry -> entry.rule().query().isPresent())
                .map(entry -> entry.hunt())
                .toList();
        assertThat(hunts).hasSizeGreaterThanOrEqualTo(5).allSatisfy(NativeQueryTest::readsBack);
    }

    @Test
    void whatAnAnalystMayWriteReadsBackAsItWas() {
        Random random = new Random(20_261_122);
        for (int i = 0; i < 500; i++) {
            readsBack(SigmaWriterTest.hunt(random(random)));
        }
    }

    private static void readsBack(Hunt hunt) {
        String yaml = SigmaWriter.write(hunt);
        assertThat(SigmaReader.read(yaml, "w.yml").get(0).toHunt()).as(yaml).isEqualTo(hunt);
        assertThat(yaml).matches("\\p{ASCII}*");
    }

    private static Logic.NativeQuery random(Random random) {
        SortedMap<String, QueryParameter> parameters = new TreeMap<>();
        StringBuilder text = new StringBuilder(hard(random).replace("{{n}}", "n")).append('.');
        for (int i = random.nextInt(4); i > 0; i--) {
            parameters.put("p" + i, parameter(random));
            text.append("\n| where x == {{p").append(i).append("}}");
        }
        List<QuerySample> samples = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Duration every = Duration.ofSeconds(random.nextInt(60));
            samples.add(new QuerySample(
                    random.nextBoolean(),
                    hard(random),
                    List.of(new QuerySample.Series(
                            Map.of("QueryName", hard(random), "Computer", hard(random)),
                            1 + random.nextInt(50),
                            every,
                            Duration.ofSeconds(random.nextInt(9)),
                            Duration.ofMinutes(random.nextInt(60))))));
        }
        return new Logic.NativeQuery(
                EventKind.DNS_QUERY,
                LogSource.of(EventKind.DNS_QUERY),
                new TreeMap<>(Map.of("spl", text.toString(), "kql", text.toString())),
                parameters,
                samples);
    }

    private static QueryParameter parameter(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new QueryParameter.Whole(random.nextInt());
            case 1 -> new QueryParameter.Decimal(BigDecimal.valueOf(random.nextInt(100_000), 3));
            case 2 -> new QueryParameter.Span(Duration.ofSeconds(1L + random.nextInt(100_000)));
            case 3 -> new QueryParameter.Text(hard(random));
            default -> new QueryParameter.Texts(List.of(hard(random), hard(random)));
        };
    }

    private static String hard(Random random) {
        return HARD.get(random.nextInt(HARD.size()));
    }

    @Test
    void aPlaceNeedsAValueAndAValueAPlace() {
        assertThatThrownBy(() -> read("native: {queries: {spl: 'x {{least}}'}}"))
                .hasMessageContaining("least");
        assertThatThrownBy(() -> read("native: {queries: {spl: 'x'}, parameters: {least: {type: whole, value: 3}}}"))
                .hasMessageContaining("least");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> read("""
                        native:
                            queries: {spl: x}
                            limits: 1
                            parameters: {a: {type: number, value: 1}, b: {type: whole, value: x}, c: {type: span, value: 0s}}
                            samples: [{hit: perhaps, about: a, series: [{fields: {Nowhere: a}}]}]
                        """)).isInstanceOfSatisfying(SigmaException.class, e -> assertThat(e.problems())
                .extracting(SigmaProblem::message)
                .anyMatch(m -> m.contains("limits"))
                .anyMatch(m -> m.contains("one of whole"))
                .anyMatch(m -> m.contains("whole number"))
                .anyMatch(m -> m.contains("at least a second"))
                .anyMatch(m -> m.contains("hit: true"))
                .anyMatch(m -> m.contains("Nowhere")));
    }

    @Test
    void aSampleStaysWithinADayAndBounds() {
        String sample = "native: {queries: {spl: x}, samples: [{hit: true, about: a, series: [%s]}]}";
        assertThatThrownBy(() -> read(sample.formatted("{fields: {QueryName: a}, count: 3, every: 12h}")))
                .hasMessageContaining("within a day");
        assertThatThrownBy(() -> read(sample.formatted("{fields: {QueryName: a}, count: 999999999}")))
                .hasMessageContaining("5000");
    }

    @Test
    void aRuleIsNativeOrDetectsNotBoth() {
        assertThatThrownBy(() -> read("native: {queries: {spl: x}}\ndetection: {s: {QueryName: a}, condition: s}"))
                .hasMessageContaining("not both");
        assertThatThrownBy(() -> SigmaReader.read("title: T\nnative: {queries: {spl: x}}", "n.yml"))
                .hasMessageContaining("logsource");
    }
}
