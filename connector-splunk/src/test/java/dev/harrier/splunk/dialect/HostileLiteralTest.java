package dev.harrier.splunk.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values that an attacker may have written: they come back as they were, and change nothing around them. */
class HostileLiteralTest {
    private static final List<String> PIECES = List.of(
            "\"",
            "\\",
            "\\\\",
            "\\\"",
            "`",
            "```",
            "$",
            "$x$",
            "[",
            "]",
            "[[",
            "|",
            "||",
            "\n",
            "\r\n",
            "\t",
            "*",
            "?",
            "%",
            "_",
            "\u202e",
            "\u0000",
            "\ud800",
            "\udc00",
            "😀",
            "é",
            "日本",
            "'",
            "(",
            ")",
            ",",
            "=",
            "!=",
            " OR ",
            " NOT ",
            " by ",
            " | delete",
            "| outputlookup x",
            "\" OR index=*",
            "\\\" OR 1=1 ",
            "]| map",
            "a",
            "Z",
            "0",
            " ",
            "\u2028",
            "\u0085",
            "{",
            "}",
            "^",
            ".",
            "+",
            "&",
            "<",
            ">",
            "#",
            "~",
            "/",
            "//",
            "/*",
            "*/",
            "<!--",
            "--",
            ";",
            ":",
            "@");
    /** Of benign values, by how they are asked for. */
    private static final Map<String, List<String>> SHAPES = new ConcurrentHashMap<>();

    private static final Pattern REGEX_ESCAPE = Pattern.compile("\\\\(x([0-9a-f]{2})|.)", Pattern.DOTALL);

    @Test
    void comesBackAsItWas() {
        assertThat(carried(20261122, 20_000)).isGreaterThan(10_000);
    }

    @Test
    @Tag("slow")
    void comesBackAsItWasInManyMore() {
        assertThat(carried(42, 200_000)).isGreaterThan(100_000);
    }

    /** How many values a query carried; the others were refused, for control characters or lone surrogates. */
    private static int carried(long seed, int count) {
        Random random = new Random(seed);
        int carried = 0;
        for (int i = 0; i < count; i++) {
            carried +=
                    check(value(random), random.nextBoolean(), random.nextBoolean(), "seed " + seed + " #" + i) ? 1 : 0;
        }
        System.out.println(
                "hostile values: " + carried + " of " + count + " carried, the others refused; seed " + seed);
        return carried;
    }

    private static String value(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static boolean check(String value, boolean cased, boolean raw, String name) {
        String text = rendered(value, cased, raw);
        if (text.startsWith("Unsupported")) {
            assertThat(value.codePoints().anyMatch(HostileLiteralTest::isRefused))
                    .as(name + " " + value + " " + text)
                    .isTrue();
            return false;
        }
        boolean term = !cased && value.indexOf('*') < 0 && value.indexOf('`') < 0;
        boolean narrowed = value.chars().anyMatch(c -> c != '*' && c != '`');
        String benign = !narrowed ? "*" : term || cased ? "benign" : "ben*ign";
        List<String> unchanged = SHAPES.computeIfAbsent(benign + cased + raw, k -> shape(rendered(benign, cased, raw)));
        assertThat(shape(text)).as(name + " " + text).isEqualTo(unchanged);
        assertThat(term ? termValue(text) : regexValue(text))
                .as(name + " " + text)
                .isEqualTo(value);
        return true;
    }

    private static boolean isRefused(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String rendered(String value, boolean cased, boolean raw) {
        Condition condition = new Condition.All(List.of(
                new Condition.Match("CommandLine", new FieldTest.Like(TextPattern.containing(value), cased)),
                Hunts.is("Image", "C:\\x.exe")));
        return Hunts.text(EventKind.PROCESS_CREATION, condition, raw ? Hunts.RAW : Hunts.CIM_ONLY);
    }

    private static List<String> shape(String text) {
        return Tokenizer.tokens(text).stream()
                .map(t -> t.kind() == Token.Kind.STRING ? "STRING" : t.kind() + " " + t.value())
                .toList();
    }

    private static String termValue(String text) {
        List<Token> tokens = Tokenizer.tokens(text);
        for (int i = 2; i < tokens.size(); i++) {
            String field = tokens.get(i - 2).value().toLowerCase(Locale.ROOT);
            if ((field.equals("processes.process") || field.equals("commandline"))
                    && tokens.get(i - 1).is("=")) {
                String value = tokens.get(i).value();
                return value.substring(1, value.length() - 1);
            }
        }
        return "no term";
    }

    /** Both the general tokenizer and that of eval must read the same regular expression. */
    private static String regexValue(String text) {
        int start = text.indexOf("| where ") + 8;
        int end = text.indexOf('\n', start);
        String eval = EvalTokens.of(text, start, end).stream()
                .filter(t -> t.kind() == EvalToken.Kind.STRING && t.value().startsWith("(?"))
                .findFirst()
                .orElseThrow()
                .value();
        assertThat(Tokenizer.tokens(text).stream()
                        .filter(t -> t.kind() == Token.Kind.STRING)
                        .map(Token::value))
                .contains(eval);
        String body = eval.replaceFirst("^\\(\\?i?s\\)\\\\A\\.\\*", "").replaceFirst("\\.\\*\\\\z$", "");
        return REGEX_ESCAPE
                .matcher(body)
                .replaceAll(m -> Matcher.quoteReplacement(
                        m.group(2) == null ? m.group(1) : String.valueOf((char) Integer.parseInt(m.group(2), 16))));
    }
}
