package dev.harrier.sentinel.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import dev.harrier.sentinel.dialect.KqlToken.Kind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever a value holds, it reads back as itself and the query around it stays what it was. */
class KqlHostileLiteralTest {
    private static final List<String> PIECES = List.of(
            "\"",
            "'",
            "\\",
            "\\\\",
            "`",
            "```",
            "$",
            "[[",
            "]]",
            "|",
            "\n",
            "\r",
            "\t",
            "\u000B",
            "\u0001",
            "\u001B",
            "\u007F",
            "*",
            "?",
            "%",
            "\u202E",
            "\u200B",
            "\u00A0",
            "\u2028",
            "\uFEFF",
            "//",
            "/*",
            ";",
            "@\"",
            "h\"",
            "\\u0041",
            "\\x41",
            "日本",
            "é",
            "😀",
            "a",
            "Z",
            "0",
            " ",
            "\"\"",
            "\\\"",
            "or 1==1",
            "| take 1",
            ")",
            "(",
            "{",
            "}",
            "=~",
            "\u0085",
            "ﬀ");

    /** NUL and halves of surrogate pairs. */
    private static final List<Integer> UNFIT = List.of(0, 0xD800, 0xDBFF, 0xDC00, 0xDFFF);

    @Test
    void valuesReadBackAsThemselves() {
        assertThat(run(20_261_122L, 20_000, 1_000)).isGreaterThan(10_000);
    }

    @Test
    @Tag("slow")
    void valuesReadBackAsThemselvesManyTimes() {
        assertThat(run(99L, 240_000, 20_000)).isGreaterThan(200_000);
    }

    /**
     * How many values a query carried; the others, which no column can hold, were refused. Microsoft's parser reads {@code checked}
     * of them back, at some 250 a second.
     */
    private static int run(long seed, int count, int checked) {
        Random random = new Random(seed);
        int carried = 0;
        List<String> shape = shape("x");
        try (KqlCheckFile check = new KqlCheckFile("hostile-" + seed)) {
            for (int i = 0; i < count; i++) {
                String value = value(random);
                if (isNoText(value)) {
                    assertThatThrownBy(() -> KqlLiteral.of(value))
                            .as("seed %d, value %d", seed, i)
                            .isInstanceOf(UnsupportedInKqlException.class);
                    continue;
                }
                String literal = KqlLiteral.of(value);
                List<KqlToken> tokens = KqlLexer.tokens(literal);
                assertThat(tokens).as("seed %d, value %d: %s", seed, i, literal).hasSize(2);
                assertThat(tokens.get(0).value())
                        .as("seed %d, value %d: %s", seed, i, literal)
                        .isEqualTo(value);
                assertThat(shape(value))
                        .as("seed %d, value %d: %s", seed, i, literal)
                        .isEqualTo(shape);
                if (carried++ < checked) {
                    check.add(
                            "literal-" + i,
                            "DeviceProcessEvents\n| where ProcessCommandLine =~ " + literal,
                            i % 2 == 0,
                            List.of(value));
                }
            }
        }
        System.out.println(
                "hostile values: " + carried + " of " + count + " carried, the others refused; seed " + seed);
        return carried;
    }

    private static boolean isNoText(String value) {
        return value.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }

    /** The query without its strings. */
    private static List<String> shape(String value) {
        Condition condition = new Condition.Any(List.of(
                new Condition.Match(
                        "CommandLine",
                        new FieldTest.Like(new TextPattern(List.of(new TextPattern.Literal("q" + value))), true)),
                new Condition.Match("Image", new FieldTest.Like(TextPattern.startingWith("q" + value), false))));
        Rendering rendering = KqlRenderer.render(
                new Logic.Detection(EventKind.PROCESS_CREATION, condition), new Profile("defender", Map.of()));
        return KqlLexer.tokens(((Rendering.Rendered) rendering).text()).stream()
                .map(t -> t.kind() == Kind.STRING ? "?" : t.text())
                .toList();
    }

    private static String value(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            text.append(random.nextInt(5) == 0 ? any(random) : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String any(Random random) {
        int point = random.nextInt(1, random.nextBoolean() ? 0x180 : 0x11_0000);
        return Character.toString(random.nextInt(40) == 0 ? UNFIT.get(random.nextInt(UNFIT.size())) : point);
    }

    @Test
    void whatNoColumnCanHoldIsRefused() {
        for (String value : List.of("a\0b", "\uD800", "x\uDC00y", "\uDC00\uD800")) {
            assertThatThrownBy(() -> KqlLiteral.of(value)).isInstanceOf(UnsupportedInKqlException.class);
        }
    }

    @Test
    void literalsAreWrittenForReading() {
        assertThat(KqlLiteral.of("cmd.exe")).isEqualTo("\"cmd.exe\"");
        assertThat(KqlLiteral.of("C:\\a \"b\"")).isEqualTo("@\"C:\\a \"\"b\"\"\"");
        assertThat(KqlLiteral.of("a\u00A0b\n")).isEqualTo("\"a\\u00A0b\\u000A\"");
    }
}
