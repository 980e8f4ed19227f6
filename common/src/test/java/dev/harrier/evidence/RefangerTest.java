package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefangerTest {
    @ParameterizedTest
    @CsvSource({
        "hxxp:\\a, http://a",
        "10\\.20, 10.20",
        "evil\\[.\\]com, evil.com",
        "evil [.] com, evil.com",
        "x.]com, x.com",
        "plain words, plain words"
    })
    void undoesOneSpelling(String written, String plain) {
        assertThat(refanged(written)).isEqualTo(plain);
    }

    /** Each replacement is longer than what it replaces, so that the text grows past its first length. */
    @Test
    void aTextMayGrow() {
        assertThat(refanged("hxxp:\\a ".repeat(1000) + "x")).isEqualTo("http://a ".repeat(1000) + "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "no change at all", "[", "h", "."})
    void whatIsPlainStays(String text) {
        assertThat(refanged(text)).isEqualTo(text);
    }

    private static String refanged(String text) {
        RefangedText refanged = Refanger.refang(text);
        return refanged.between(0, refanged.length);
    }
}
