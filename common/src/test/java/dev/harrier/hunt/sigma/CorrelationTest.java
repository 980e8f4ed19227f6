package dev.harrier.hunt.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.hunt.FieldTest.Compare;
import dev.harrier.hunt.FieldTest.Compare.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {
    private static final String HEAD = "title: Many\nid: 11111111-2222-4333-8444-555555555555\ncorrelation: ";

    private static SigmaRule read(String correlation) {
        return SigmaReader.read(HEAD + correlation, "c.yml").get(0);
    }

    @Test
    void aCountIsRead() {
        SigmaRule rule =
                read("{type: event_count, rules: [failed], group-by: [User], timespan: 5m, condition: {gte: 10}}");
        assertThat(rule.correlation())
                .contains(new Correlation(
                        Correlation.Type.EVENT_COUNT,
                        List.of("failed"),
                        List.of("User"),
                        Duration.ofMinutes(5),
                        Optional.of(new Compare(Order.GREATER_OR_EQUAL, 10)),
                        Optional.empty(),
                        Map.of(),
                        false));
        assertThat(rule.unsupported()).singleElement().asString().contains("event_count");
    }

    @Test
    void whatIsReadIsWrittenWithoutLoss() {
        long seed = 20_261_122;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Correlation correlation = random(random);
            String yaml = SigmaWriter.write(rule(correlation));
            assertThat(SigmaReader.read(yaml, "again.yml").get(0).correlation())
                    .as("seed %d, #%d%n%s", seed, i, yaml)
                    .contains(correlation);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: sum, rules: [a], timespan: 5m}",
                "{type: temporal, rules: [a], timespan: soon}",
                "{type: temporal, timespan: 5m}",
                "{type: event_count, rules: [a], timespan: 5m}",
                "{type: value_count, rules: [a], timespan: 5m, condition: {gte: 3}}",
                "{type: event_count, rules: [a], timespan: 5m, condition: {gte: many}}",
            })
    void nonsenseIsAProblem(String correlation) {
        assertThatThrownBy(() -> read(correlation)).isInstanceOf(SigmaException.class);
    }

    private static SigmaRule rule(Correlation correlation) {
        SigmaRule rule = read("{type: temporal, rules: [a], timespan: 1s}");
        return new SigmaRule(
                rule.file(),
                rule.id(),
                rule.title(),
                Optional.of("many"),
                rule.description(),
                rule.status(),
                rule.level(),
                rule.tags(),
                rule.references(),
                rule.falsePositives(),
                rule.logSource(),
                rule.detection(),
                rule.unsupported(),
                Optional.of(correlation),
                Optional.empty(),
                rule.harrier());
    }

    private static Correlation random(Random random) {
        Correlation.Type type = Correlation.Type.values()[random.nextInt(4)];
        boolean counts = type.ordinal() < 2;
        Optional<Compare> condition = counts
                ? Optional.of(new Compare(Order.values()[random.nextInt(5)], random.nextInt(99)))
                : Optional.empty();
        Optional<String> field = type == Correlation.Type.VALUE_COUNT ? Optional.of(name(random)) : Optional.empty();
        Map<String, Map<String, String>> aliases =
                random.nextBoolean() ? Map.of() : Map.of(name(random), Map.of(name(random), name(random)));
        return new Correlation(
                type,
                names(random, 1),
                names(random, 0),
                Duration.ofSeconds(1 + random.nextInt(900_000)),
                condition,
                field,
                aliases,
                random.nextBoolean());
    }

    private static List<String> names(Random random, int least) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < least + random.nextInt(3); i++) {
            names.add(name(random));
        }
        return names;
    }

    private static String name(Random random) {
        return List.of("User", "failed_logon", "on", "src.ip", "é: x", "a'b", "#c", "5")
                .get(random.nextInt(8));
    }
}
