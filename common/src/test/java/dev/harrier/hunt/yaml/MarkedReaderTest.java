package dev.harrier.hunt.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;

class MarkedReaderTest {
    private static final List<String> PIECES = List.of(
            "a",
            "b c",
            " ",
            "  ",
            "\n",
            "\n\n",
            "| where x",
            "\"",
            "'",
            "''",
            "\\",
            "\\n",
            "#",
            ": ",
            "- ",
            "é",
            "日本",
            "😀",
            "\t",
            "{",
            "]",
            "%",
            "@x",
            "word word word word word word word word");

    /** Every visible character of a value stands where the reader says, in whatever style the value was written. */
    @Test
    void everyCharacterHasItsPlaceInEveryStyle() {
        long seed = 20_261_122;
        Random random = new Random(seed);
        for (int i = 0; i < 4_000; i++) {
            String value = text(random);
            ScalarStyle style = ScalarStyle.values()[random.nextInt(ScalarStyle.values().length)];
            String yaml = "# 😀 before\n"
                    + new Dump(DumpSettings.builder()
                                    .setDefaultScalarStyle(style)
                                    .build())
                            .dumpToString(Map.of("key", List.of("x", value)));
            MarkedYaml.Fields fields =
                    (MarkedYaml.Fields) MarkedReader.documents(yaml).get(0);
            check(fields.get("key").orElseThrow().texts().get(1), value, yaml, "seed " + seed + " #" + i + " " + style);
        }
    }

    private static void check(MarkedYaml.Text text, String value, String yaml, String name) {
        assertThat(text.value()).as(name).isEqualTo(value);
        String[] lines = yaml.split("\n", -1);
        for (int i = 0; i < value.length(); i++) {
            YamlMark mark = text.at(i);
            char c = value.charAt(i);
            String rest = lines[mark.line() - 1].substring(mark.column() - 1);
            boolean shown = Character.isWhitespace(c) || rest.charAt(0) == c || rest.charAt(0) == '\\';
            assertThat(shown)
                    .as("%s character %d (%s) of %s at %s in %s", name, i, c, value, mark, yaml)
                    .isTrue();
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void keysItemsAndRepeatedKeysHaveTheirPlaces() {
        MarkedYaml.Fields fields = (MarkedYaml.Fields)
                MarkedReader.documents("a: 1\nb:\n  - x\n  - 'y'\na: 2\n").get(0);
        assertThat(fields.keyMark("b")).isEqualTo(new YamlMark(2, 1));
        assertThat(fields.get("b").orElseThrow().texts().get(1).at(0)).isEqualTo(new YamlMark(4, 6));
        assertThat(fields.repeated()).extracting(MarkedYaml.Text::mark).containsExactly(new YamlMark(5, 1));
        assertThat(fields.get("a").flatMap(MarkedYaml::text).orElseThrow().value())
                .isEqualTo("1");
    }

    @Test
    void whatIsNoYamlSaysWhere() {
        assertThatThrownBy(() -> MarkedReader.documents("a: 1\nb: [\n"))
                .isInstanceOfSatisfying(
                        MarkedYamlException.class,
                        e -> assertThat(e.mark().line()).isEqualTo(3));
        assertThatThrownBy(() -> MarkedReader.documents("[".repeat(100))).isInstanceOf(MarkedYamlException.class);
    }
}
