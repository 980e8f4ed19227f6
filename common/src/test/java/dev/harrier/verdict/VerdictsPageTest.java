package dev.harrier.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page that people read says the numbers that the rules use. */
class VerdictsPageTest {
    @Test
    void everyNumberOfThePolicyStandsInThePageWithItsDefault() throws ReflectiveOperationException, IOException {
        String page = page().replaceAll("\\s+", " ");
        for (RecordComponent component : VerdictPolicy.class.getRecordComponents()) {
            String key = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            String value = component
                    .getAccessor()
                    .invoke(VerdictPolicy.DEFAULT)
                    .toString()
                    .replaceFirst("\\.0$", "");
            assertThat(page).contains("`" + key + "` (" + value + ")");
        }
    }

    @Test
    void everyVerdictStandsInThePage() throws IOException {
        String page = page();
        for (Verdict verdict : Verdict.values()) {
            assertThat(page).contains("| " + verdict.word());
        }
    }

    private static String page() throws IOException {
        try (InputStream in = VerdictRules.class.getResourceAsStream("VERDICTS.md")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
