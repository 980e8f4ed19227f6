package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
    private static final List<String> PIECES = List.of(
            ".",
            "[.]",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "/",
            "\\",
            "@",
            ":",
            "://",
            "hxxp",
            "http",
            "h**p",
            "a",
            "evil",
            "com",
            "net",
            " ",
            "\n",
            "\t",
            "deadbeef",
            "45",
            "1",
            "CVE-2021-",
            "44228",
            "\u200b",
            "\u00e9",
            "\ud83d\ude00",
            "%APPDATA%",
            "C:\\",
            "HKLM\\",
            "~",
            "`",
            "\"",
            "cmd.exe",
            " /c ",
            "powershell -enc",
            " spawned ",
            "mutex",
            "AS",
            "T1059",
            ".001",
            "DOT",
            " at ",
            "-",
            "|",
            "# IOCs\n",
            "```\n",
            "<",
            ">",
            "Mozilla/5.0 ",
            "sha256",
            "::",
            "\\\\.\\pipe\\",
            "www.",
            ".exe",
            ",",
            ";",
            "'",
            "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyQuoteIsInTheTextAndTheSameTextGivesTheSameEvidence(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            StringBuilder words = new StringBuilder("x");
            for (int k = random.nextInt(120); k >= 0; k--) {
                words.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String text = words.toString();
            Article article = ArticleReader.readText("seed " + seed + " round " + round, text);
            Evidence evidence = new EvidenceExtractor().extract(article);
            assertThat(new EvidenceExtractor().indicators(article))
                    .as("seed %d", seed)
                    .isEqualTo(new Indicators(evidence.indicators(), evidence.dropped()));
            assertThat(new EvidenceExtractor().extract(article))
                    .as("seed %d", seed)
                    .isEqualTo(evidence);
            evidence.indicators().forEach(i -> quoted(article, i.quote()));
            evidence.dropped().forEach(d -> quoted(article, d.quote()));
            evidence.behaviours().forEach(b -> quoted(article, b.quote()));
            evidence.techniques().forEach(t -> quoted(article, t.quote()));
        }
    }

    private static void quoted(Article article, Quote quote) {
        assertThat(article.text().substring(quote.start(), quote.end()))
                .as(article.id())
                .isEqualTo(quote.text())
                .isNotEmpty();
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                ".",
                "[",
                "[.]",
                "/",
                "\\",
                "deadbeef0",
                "@",
                "a@b.",
                "hxxp",
                "http://a.com((",
                "1:",
                "C:\\",
                "HKLM\\a b ",
                "evil.com ",
                "`cmd.exe /c ",
                "winword.exe spawned cmd.exe and ",
                "mutex named \"",
                "\"a",
                "#\n",
                "----\n",
                "....\n",
                "    C:\\a\n",
                "a loader dubbed ",
                "- a\n",
                "```\n",
                " [ (",
                "[(",
                "a+",
                "a.b+",
                "http://a.com/}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}"
            })
    void costIsLinear(String piece) {
        double little = cost(piece, 500_000);
        double fourfold = cost(piece, 2_000_000);
        // The project's bound is 4.6, at 5 and 20 MB; the rest of the room here is for a busy machine.
        assertThat(fourfold / Math.max(little, 0.02))
                .as("%s: 0.5 MB %.2f s, 2 MB %.2f s", piece, little, fourfold)
                .isLessThan(8);
    }

    private static double cost(String piece, int length) {
        Article article = ArticleReader.readText("hostile", piece.repeat(length / piece.length()) + "x");
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 2; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Evidence evidence = new EvidenceExtractor().extract(article);
            assertThat(evidence).isNotNull();
            best = Math.min(best, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9);
        }
        return best;
    }

    @Test
    void anEmptyLineOfManyKindsIsFine() {
        assertThat(Extraction.of("x\r\n\r\n\u2028\u0000\ufffe").evidence().indicators())
                .isEmpty();
    }
}
