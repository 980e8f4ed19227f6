package dev.harrier.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionOracleTest {
    private static boolean test(FieldTest test, Object value) {
        return ConditionOracle.matches(new Condition.Match("F", test), value == null ? Map.of() : Map.of("F", value));
    }

    private static FieldTest like(TextPattern pattern) {
        return new FieldTest.Like(pattern, false);
    }

    @Test
    void absentIsTheEmptyText() {
        assertThat(test(like(TextPattern.exactly("")), null)).isTrue();
        assertThat(test(like(new TextPattern(List.of(TextPattern.Wildcard.ANY_RUN))), null))
                .isTrue();
        assertThat(test(like(TextPattern.exactly("a")), null)).isFalse();
        assertThat(test(new FieldTest.Exists(false), null)).isTrue();
        assertThat(test(new FieldTest.Exists(true), "")).isFalse();
        assertThat(test(new FieldTest.Compare(FieldTest.Compare.Order.LESS, 5), null))
                .isFalse();
        assertThat(test(new FieldTest.EqualsField("G"), null)).isTrue();
    }

    @Test
    void caseMattersOnlyWhenSaidSo() {
        assertThat(test(like(TextPattern.exactly("AbC")), "aBc")).isTrue();
        assertThat(test(new FieldTest.Like(TextPattern.exactly("AbC"), true), "aBc"))
                .isFalse();
        assertThat(test(new FieldTest.Regex("abc", Set.of()), "xABCx")).isFalse();
        assertThat(test(new FieldTest.Regex("abc", Set.of(FieldTest.Regex.Flag.IGNORE_CASE)), "xABCx"))
                .isTrue();
    }

    @Test
    void wildcardsAreNotLiterals() {
        TextPattern pattern = new TextPattern(List.of(
                new TextPattern.Literal("a*"), TextPattern.Wildcard.ANY_CHARACTER, TextPattern.Wildcard.ANY_RUN));
        assertThat(test(like(pattern), "a*")).isFalse();
        assertThat(test(like(pattern), "a*b")).isTrue();
        assertThat(test(like(pattern), "a*😀")).isTrue();
        assertThat(test(like(pattern), "aab")).isFalse();
        assertThat(test(like(TextPattern.containing("\n")), "a\nb")).isTrue();
    }

    @Test
    void numbersAndNetworks() {
        assertThat(test(new FieldTest.Compare(FieldTest.Compare.Order.GREATER_OR_EQUAL, 443), 443L))
                .isTrue();
        assertThat(test(new FieldTest.Compare(FieldTest.Compare.Order.EQUAL, 443), "443"))
                .isTrue();
        assertThat(test(new FieldTest.Compare(FieldTest.Compare.Order.LESS, 443), "x"))
                .isFalse();
        assertThat(test(new FieldTest.InSubnet("10.0.0.0/8"), "10.9.8.7")).isTrue();
        assertThat(test(new FieldTest.InSubnet("10.0.0.0/8"), "11.9.8.7")).isFalse();
        assertThat(test(new FieldTest.InSubnet("2001:db8::/32"), "2001:db8:1::2"))
                .isTrue();
        assertThat(test(new FieldTest.InSubnet("0.0.0.0/0"), "2001:db8:1::2")).isFalse();
        assertThat(test(new FieldTest.InSubnet("0.0.0.0/0"), "example.com")).isFalse();
    }

    @Test
    void generatedEventsBothHitAndMissGeneratedConditions() {
        long seed = 20261122;
        RandomConditions conditions = new RandomConditions(seed);
        RandomEvents events = new RandomEvents(seed);
        int hits = 0;
        for (int i = 0; i < 4000; i++) {
            Logic.Detection detection = conditions.next();
            hits += ConditionOracle.matches(detection, events.near(detection)) ? 1 : 0;
        }
        assertThat(hits).as("hits of 4000, seed %d", seed).isBetween(1200, 2800);
    }
}
