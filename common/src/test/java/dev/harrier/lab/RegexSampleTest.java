package dev.harrier.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexSampleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^a+b*c?$",
                "(?i)[-/](q|qn|quiet|passive)\\b",
                "\\s[-/](e|en|enc)\\s+[\"']?[A-Za-z0-9+/]{40,}",
                "(one|two(three|four)){2}",
                "(?:x|y)\\d{3}[^a-z]\\x41\\u0042",
                "(?<name>a|b)\\1",
                "\\Qa.b*c\\E$",
                "[[:alpha:]]z]?",
                "a(?i:bc)d",
                "(?=.*z)z.*"
            })
    void mostSamplesFit(String expression) {
        List<String> samples = RegexSample.of(expression);
        Pattern pattern = Pattern.compile(expression);
        assertThat(samples).isNotEmpty();
        assertThat(samples).filteredOn(sample -> pattern.matcher(sample).find()).isNotEmpty();
    }

    @Test
    void everyBranchIsTaken() {
        assertThat(RegexSample.of("recoveryenabled|ignoreallfailures|safeboot (network|minimal)"))
                .contains("recoveryenabled", "ignoreallfailures", "safeboot network", "safeboot minimal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "a{", "\\", "a)", "[\\"})
    void whatIsNoExpressionHasNoSamples(String expression) {
        assertThat(RegexSample.of(expression)).isEmpty();
    }
}
