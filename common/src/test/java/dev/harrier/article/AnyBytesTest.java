package dev.harrier.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.feed.FeedReader;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seeded: whatever the bytes, a reader gives an article whose blocks lie in its text, or an ArticleException. */
class AnyBytesTest {
    private static final long SEED = 20261102;
    private static final List<String> PIECES = List.of(
            "<html>",
            "<table>",
            "<tr>",
            "<td rowspan=3>",
            "<td colspan=2>",
            "</table>",
            "<ul>",
            "<li>",
            "</ul>",
            "<pre>",
            "</pre>",
            "<blockquote>",
            "</p>",
            "<p>",
            "<br>",
            "<h2>Related posts</h2>",
            "<div class=sidebar>",
            "</div>",
            "<code>",
            "<dl><dt>",
            "<dd>",
            "<details>",
            "<!--",
            "-->",
            "<script>",
            "&#0;",
            "&nbsp;",
            "\u202e",
            "evil[.]com",
            "boils ",
            "\n",
            "\r\n",
            "\t",
            "```\n",
            "|===\n",
            "----\n",
            "....\n",
            "---\n",
            "> ",
            "- ",
            "# ",
            "= ",
            "title: x\n",
            "<rss version='2.0'>",
            "<channel>",
            "<item>",
            "<description>",
            "</item>",
            "</channel></rss>",
            "<feed xmlns='http://www.w3.org/2005/Atom'>",
            "<entry>",
            "</entry></feed>",
            "%PDF-1.7\n",
            "1 0 obj<<",
            ">>endobj\n",
            "trailer",
            "\ufeff",
            "# [HIGH] x\n",
            "\n## Threat Profile\n",
            "<svg><math>",
            "<form>",
            "<select>",
            "<textarea>",
            "<template>",
            "<frameset>",
            "<body>",
            "</body>",
            "<head>",
            "</html>");

    @Test
    void everyReaderAnswersOrRefuses() {
        Random random = new Random(SEED);
        for (int i = 0; i < 6_000; i++) {
            byte[] bytes = i % 3 == 0 ? noise(random) : pieces(random);
            assertThat(List.of(read(bytes), readHtml(bytes), readFeed(bytes)))
                    .as("seed %d, input %d", SEED, i)
                    .allMatch(outcome -> outcome.equals("read") || outcome.equals("refused"));
        }
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] pieces(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = random.nextInt(40); i >= 0; i--) {
            out.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private static String read(byte[] bytes) {
        return outcome(() -> check(ArticleReader.read("any", bytes)));
    }

    private static String readHtml(byte[] bytes) {
        return outcome(() -> check(ArticleReader.readText("any", new String(bytes, UTF_8), Format.HTML)));
    }

    private static String readFeed(byte[] bytes) {
        return outcome(() ->
                FeedReader.read("any", bytes, Optional.empty()).entries().forEach(entry -> check(entry.article())));
    }

    private static void check(Article article) {
        for (Block block : article.blocks()) {
            assertThat(article.textOf(block)).isNotEmpty();
        }
    }

    private static String outcome(Runnable reading) {
        try {
            reading.run();
            return "read";
        } catch (ArticleException refused) {
            return "refused";
        }
    }
}
