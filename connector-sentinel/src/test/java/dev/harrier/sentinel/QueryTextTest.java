package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A query's own words. */
class QueryTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "T | where a == \"union *\" and b#T | where a ==   and b",
                "a 'it\\'s search *' b#a   b",
                "a @'C:\\' b#a @  b",
                "a @\"say \"\"search *\"\"\" b#a @   b",
                "a ```union *``` b#a   b",
                "a \"unclosed union *#a  "
            })
    void textsAreNoWords(String query, String words) {
        assertThat(QueryText.withoutTexts(query).strip().replaceAll(" +", " "))
                .isEqualTo(words.strip().replaceAll(" +", " "));
    }

    @Test
    void commentsAreNoWordsAndKeepTheirLine() {
        assertThat(QueryText.withoutTexts("a // union *\nb // c")).isEqualTo("a \nb \n");
    }

    @Test
    void aLongTextTakesNoStack() {
        assertThat(QueryText.withoutTexts("\"" + "\\\"".repeat(500_000) + "\"")).isEqualTo(" ");
        assertThat(QueryText.withoutTexts("`".repeat(1_000_000))).hasSizeLessThan(1_000_000);
    }

    @Test
    void aRuleMayLookForTheWordsThatItMustNotSay() {
        for (String query : List.of(
                "DeviceProcessEvents | where ProcessCommandLine contains \"search *\"",
                "DeviceProcessEvents // union *\n| where FileName == 'union *'")) {
            assertThat(problems(query)).as(query).isEmpty();
        }
        for (String query : List.of(
                "search *",
                "union *",
                "union   \n *",
                "union kind=outer isfuzzy = true *",
                "T | union withsource=S *")) {
            assertThat(problems(query)).as(query).isNotEmpty();
        }
    }

    private static List<String> problems(String query) {
        RuleCheck check = new RuleCheck(Targets.body()::technique);
        return check
                .problems(Targets.body()
                        .properties(Samples.live(Samples.hunt("needle")))
                        .put("query", query))
                .stream()
                .filter(problem -> problem.startsWith("query:"))
                .toList();
    }
}
