package dev.harrier.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The article is written by an attacker: its words never become markup. */
class HostileTextTest {
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "[click](javascript:alert(1))",
            "![x](http://evil.example/x.png)",
            "`code` ``` fence",
            "# heading\n## another",
            "| a | b |",
            "</style></title><script>",
            "\u202Egnp.exe",
            "&lt;already&gt;",
            "http://evil.example www.evil.example a@evil.example",
            "\0\u0007\u001B[31m");

    @Test
    void htmlHasNoMarkupOfTheArticle() {
        for (String hostile : HOSTILE) {
            String markup = Html.text(hostile).markup();
            assertThat(markup).doesNotContain("<", ">", "\"", "'", "\0", "\u001B", "\u202E");
            assertThat(markup.replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&#39;", "'")
                            .replace("&amp;", "&"))
                    .hasSameSizeAs(hostile);
        }
    }

    @Test
    void markdownStaysOneLineWithoutMarkupOrLinks() {
        for (String hostile : HOSTILE) {
            String text = Markdown.text(hostile);
            assertThat(text).doesNotContain("\n", "://", "www.", "@", "\0", "\u202E");
            assertThat(text.replaceAll("\\\\.|&#\\d+;", ""))
                    .doesNotContain("<", ">", "[", "]", "`", "|", "*", "_", "#");
        }
    }

    @Test
    void aFenceIsLongerThanAnyRunOfBackticksInside() {
        Random random = new Random(20261122);
        for (int i = 0; i < 1_000; i++) {
            String inside = "`".repeat(random.nextInt(7)) + "\n" + "`".repeat(random.nextInt(7)) + "x";
            String block = Markdown.block("spl", inside);
            String fence = block.substring(0, block.indexOf("spl"));
            assertThat(block.substring(fence.length()).indexOf(fence))
                    .as("seed 20261122, case " + i)
                    .isEqualTo(block.length() - 2 * fence.length());
        }
    }
}
