package dev.harrier.hunt.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.hunt.ConditionOracle;
import dev.harrier.hunt.Logic;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueListsTest {
    private static final ValueLists VALUES = ValueLists.read("""
            admins: [ann, 'svc-*']
            ports: [4444, 5555]
            host: dc1
            """, "values.yml");

    private static SigmaRule rule(String item, ValueLists values) {
        String yaml =
                "title: T\nlogsource: {category: process_creation, product: windows}\ndetection:\n    s:\n        "
                        + item + "\n    condition: s\n";
        return SigmaReader.read(yaml, "r.yml", values).get(0);
    }

    private static boolean matches(String item, String field, Object value) {
        Logic.Detection detection = rule(item, VALUES).detection().orElseThrow();
        return ConditionOracle.matches(detection, Map.of(field, value));
    }

    @Test
    void aPlaceholderStandsForEachOfItsValues() {
        assertThat(matches("User|expand: '%admins%'", "User", "ann")).isTrue();
        assertThat(matches("User|expand: '%admins%'", "User", "svc-backup")).isTrue();
        assertThat(matches("User|expand: '%admins%'", "User", "bob")).isFalse();
        assertThat(matches("User|expand: '%admins%'", "User", "%admins%")).isFalse();
    }

    @Test
    void placeholdersStandAmongTextAndBesideOtherModifiers() {
        String item = "CommandLine|contains|expand: '\\\\%host%\\%admins%'";
        assertThat(matches(item, "CommandLine", "x \\\\dc1\\ann y")).isTrue();
        assertThat(matches(item, "CommandLine", "x \\\\dc1\\bob y")).isFalse();
        assertThat(matches("CommandLine|contains|all|expand: ['%admins%', '%ports%']", "CommandLine", "ann 5555"))
                .isTrue();
        assertThat(matches("CommandLine|contains|all|expand: ['%admins%', '%ports%']", "CommandLine", "ann 80"))
                .isFalse();
    }

    @Test
    void onePlaceholderWithoutValuesMakesTheRuleUnsupportedAndSaysWhatIsGiven() {
        assertThat(rule("User|expand: '%nobody%'", VALUES).unsupported())
                .containsExactly(
                        "modifier expand: the placeholder %nobody% has no values; given are admins, host, ports");
        assertThat(rule("User|expand: '%nobody%'", ValueLists.none()).unsupported())
                .containsExactly("modifier expand: the placeholder %nobody% has no values; none are given");
    }

    @Test
    void aPercentSignThatIsNoPlaceholderStaysOne() {
        assertThat(matches("CommandLine|contains|expand: '100% of'", "CommandLine", "100% of"))
                .isTrue();
    }

    @Test
    void valuesThatMultiplyBeyondReasonAreRefused() {
        StringBuilder yaml = new StringBuilder("a: [x");
        for (int i = 0; i < 200; i++) {
            yaml.append(", v").append(i);
        }
        ValueLists many = ValueLists.read(yaml + "]\nb: [x" + ", y".repeat(99) + "]", "v.yml");
        assertThat(rule("User|expand: '%a%%b%'", many).unsupported())
                .singleElement()
                .asString()
                .contains("more than");
    }

    @Test
    void whatIsNoListOfValuesIsSaidWithItsLine() {
        assertThatThrownBy(() -> ValueLists.read("a: {b: c}\nd: []", "v.yml"))
                .isInstanceOfSatisfying(SigmaException.class, e -> assertThat(e.problems())
                        .extracting(SigmaProblem::line)
                        .containsExactly(1, 2));
        assertThatThrownBy(() -> ValueLists.read("- a", "v.yml")).isInstanceOf(SigmaException.class);
    }
}
