package dev.harrier.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleReaderTest {
    private static Article read(String text) {
        return ArticleReader.read("file", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(Article article, Block.Kind kind) {
        return article.blocks().stream()
                .filter(b -> b.kind() == kind)
                .map(article::textOf)
                .toList();
    }

    @Test
    void markdownIsCutIntoBlocksAndNotChanged() {
        String text =
                "---\ntitle: \"A hack\"\ndate: 2021-03-15\n---\n# Heading\r\n\r\nSome prose\r\nover lines.\n\n- one\n- two\n\n```sh\nid\n```\n\n|a|b|\n|-|-|\n\n> said\n";
        Article article = read(text);
        assertThat(article.text()).isEqualTo(text);
        assertThat(article.title()).isEqualTo("A hack");
        assertThat(article.published()).contains(LocalDate.of(2021, 3, 15));
        assertThat(texts(article, Block.Kind.HEADING)).containsExactly("# Heading");
        assertThat(texts(article, Block.Kind.CODE)).containsExactly("id");
        assertThat(texts(article, Block.Kind.LIST)).containsExactly("- one\n- two");
        assertThat(texts(article, Block.Kind.TABLE)).containsExactly("|a|b|\n|-|-|");
        assertThat(texts(article, Block.Kind.QUOTE)).containsExactly("> said");
        assertThat(texts(article, Block.Kind.PROSE)).containsExactly("Some prose\r\nover lines.");
    }

    @Test
    void htmlGivesItsMainContent() {
        Article article = read(
                "<!doctype html><html><head><title>T</title><meta property='og:title' content='The hack'>"
                        + "<meta property='og:site_name' content='Lab'><meta property='article:published_time' content='2024-02-03T10:00:00Z'>"
                        + "<link rel=canonical href='https://lab.example/post'></head><body><nav>Home About</nav><article><h1>The hack</h1>"
                        + "<p>It calls <b>evil</b>[.]com today.</p><pre>cmd.exe /c\n dir</pre><ul><li>one</li><li>two</li></ul>"
                        + "<table><tr><th>IP</th><th>What</th></tr><tr><td>1.2.3.4</td><td>C2</td></tr></table></article><footer>Copyright</footer></body></html>");
        assertThat(article.title()).isEqualTo("The hack");
        assertThat(article.source()).contains("Lab");
        assertThat(article.url()).hasToString("Optional[https://lab.example/post]");
        assertThat(article.published()).contains(LocalDate.of(2024, 2, 3));
        assertThat(article.text()).doesNotContain("Home", "Copyright").contains("It calls evil[.]com today.");
        assertThat(texts(article, Block.Kind.CODE)).containsExactly("cmd.exe /c\n dir");
        assertThat(texts(article, Block.Kind.LIST)).containsExactly("one\ntwo");
        assertThat(texts(article, Block.Kind.TABLE)).containsExactly("IP\tWhat\n1.2.3.4\tC2");
    }

    @Test
    void briefingIsReducedToItsThreatProfile() {
        Article article = read("""
                # [HIGH] A hack

                **Source:** Lab
                **Published:** 2021-03-15
                **Article:** https://lab.example/a

                ## Threat Profile

                They broke in.

                ## MITRE ATT&CK Techniques

                - **T1566.001** - made up
                """);
        assertThat(article.title()).isEqualTo("A hack");
        assertThat(article.source()).contains("Lab");
        assertThat(article.published()).contains(LocalDate.of(2021, 3, 15));
        assertThat(article.text()).contains("They broke in.").doesNotContain("T1566");
    }

    @Test
    void encodingsAreDetected() {
        assertThat(ArticleReader.read("a", "caf\u00e9 \u201cx\u201d".getBytes(Charset.forName("windows-1252")))
                        .text())
                .isEqualTo("caf\u00e9 \u201cx\u201d");
        assertThat(ArticleReader.read("a", "\ufeffcaf\u00e9".getBytes(StandardCharsets.UTF_16LE))
                        .text())
                .isEqualTo("caf\u00e9");
        assertThat(ArticleReader.read("a", "\ufeffcaf\u00e9".getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo("caf\u00e9");
    }

    @Test
    void badInputIsRefusedWithThePlaceAndTheWayOut() {
        refused(new byte[0], "empty");
        refused(new byte[] {'M', 'Z', 0, 1}, "byte 2 is zero");
        refused(new byte[ArticleReader.LARGEST + 1], "more than");
        refused("%PDF-1.7 broken".getBytes(StandardCharsets.US_ASCII), "PDF can't be read");
        refused("<html><body><script>x</script></body></html>".getBytes(StandardCharsets.US_ASCII), "no readable text");
    }

    private static void refused(byte[] bytes, String words) {
        assertThatThrownBy(() -> ArticleReader.read("bad.file", bytes))
                .isInstanceOf(ArticleException.class)
                .hasMessageStartingWith("bad.file: ")
                .hasMessageContaining(words);
    }

    @Test
    void deepNestingDoesNotOverflow() {
        assertThat(read("<html><body>" + "<div>".repeat(20_000) + "deep").text())
                .contains("deep");
    }
}
