package dev.harrier.sentinel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Java's regexes read the class as RE2 does. */
class TermBorderTest {
    private static final int VERTICAL_TILDE = 0x2e2f;
    private static final Pattern BORDER = Pattern.compile(TermBorder.CLASS);

    /** But one: a letter by Unicode's word for it that stands among punctuation. */
    @Test
    void noLetterAndNoDigitIsABorder() {
        assertThat(points(Character.MAX_CODE_POINT)
                        .filter(Character::isLetterOrDigit)
                        .filter(TermBorderTest::isBorder))
                .containsExactly(VERTICAL_TILDE);
    }

    @Test
    void everyOtherCharacterOfTheWesternPagesIs() {
        assertThat(points(0xff).filter(point -> !isLetterOrNumber(point))).allMatch(TermBorderTest::isBorder);
        assertThat(points(0xff).filter(TermBorderTest::isLetterOrNumber)).noneMatch(TermBorderTest::isBorder);
    }

    @Test
    void punctuationOfEveryScriptThatLogsHoldIs() {
        assertThat("\u2013\u201c\u2026\u20ac\u2192\u3001\u3002\u300c\uff0c\uff0f\uff1a\u00a0\u3000"
                        .codePoints()
                        .boxed())
                .allMatch(TermBorderTest::isBorder);
        assertThat(List.of(0x1f600, 0x1f4c1)).as("pictures").allMatch(TermBorderTest::isBorder);
    }

    private static Stream<Integer> points(int last) {
        return IntStream.rangeClosed(0, last).filter(Character::isDefined).boxed();
    }

    private static boolean isLetterOrNumber(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.OTHER_NUMBER;
    }

    private static boolean isBorder(int point) {
        return BORDER.matcher(Character.toString(point)).matches();
    }
}
