package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fast way must give what the JDK's own gives. */
class AsciiNameTest {
    private static final int LAST = 0xffff;

    @ParameterizedTest
    @CsvSource({"bücher.de,xn--bcher-kva.de", "пример.com,xn--e1afmkfd.com", "例え.jp,xn--r8jz45g.jp", "a.com,a.com"})
    void writesNamesInAscii(String name, String ascii) {
        assertThat(AsciiName.of(name)).isEqualTo(ascii);
    }

    @Test
    void eachLetterIsWrittenAsTheJdkWritesIt() {
        for (int c = 128; c <= LAST; c++) {
            String name = ("a" + (char) c + "1." + (char) c + ".com").toLowerCase(Locale.ROOT);
            if (Character.isLetterOrDigit(c)) {
                assertThat(AsciiName.of(name)).as("U+%04x", c).isEqualTo(jdk(name));
            }
        }
    }

    @Test
    void mixedNamesAreWrittenAsTheJdkWritesThem() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            String name = name(random);
            assertThat(AsciiName.of(name)).as("seed %d, %s", seed, name).isEqualTo(jdk(name));
        }
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        int alphabet = random.nextInt(6);
        for (int length = 1 + random.nextInt(70); length > 0; length--) {
            name.append(letter(random, alphabet));
        }
        return name.append(".com").toString().toLowerCase(Locale.ROOT);
    }

    private static char letter(Random random, int alphabet) {
        if (random.nextBoolean()) {
            return "abcxn019-".charAt(random.nextInt(8));
        }
        int[] from = {0xe0, 0x100, 0x3b1, 0x430, 0x4e00, 0xac00};
        int[] range = {32, 256, 25, 82, 0x5000, 11_000};
        return (char) (from[alphabet] + random.nextInt(range[alphabet]));
    }

    private static String jdk(String name) {
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            return "";
        }
    }
}
