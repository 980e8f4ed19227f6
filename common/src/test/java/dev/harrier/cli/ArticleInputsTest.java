package dev.harrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.Article;
import dev.harrier.article.fetch.FetchException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleInputsTest {
    private static final String FEED =
            "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
                    + "<channel><title>Lab</title><link>https://lab.example/</link><description>d</description>"
                    + "<item><title>One</title><guid>one</guid><content:encoded>&lt;p&gt;It boils.&lt;/p&gt;</content:encoded></item>"
                    + "<item><title>Two</title><guid>two</guid><link>https://lab.example/2</link><description>Teaser.</description></item>"
                    + "<item><title>Three</title><guid>three</guid></item></channel></rss>";

    @TempDir
    Path folder;

    private final List<Article> articles = new ArrayList<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private ExitCode read(boolean jsonLines, String... names) {
        PrintStream stream = new PrintStream(err, true, UTF_8);
        return new ArticleInputs(new Console(stream, stream, false, false), articles::add)
                .read(List.of(names), jsonLines);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aFeedOnDiskGivesWhatItHoldsAndOpensNoConnection() throws IOException {
        assertThat(read(false, write("feed.xml", FEED))).isEqualTo(ExitCode.CONTENT);
        assertThat(articles).extracting(Article::id).containsExactly("one", "two");
        assertThat(articles).extracting(Article::text).containsExactly("It boils.", "Teaser.");
        assertThat(err.toString(UTF_8))
                .contains("three: the feed holds no text")
                .contains("only the teaser");
    }

    @Test
    void aFolderGivesItsArticlesInTheOrderOfTheirNames() throws IOException {
        write("b.md", "# B kettle\n\nIt boils.");
        write("a.txt", "A kettle\n\nIt boils.");
        write("c.png", "no article");
        assertThat(read(false, folder.toString())).isEqualTo(ExitCode.OK);
        assertThat(articles).extracting(Article::title).containsExactly("A kettle", "B kettle");
    }

    @Test
    void aFolderWithoutArticlesIsNoSuccess() {
        assertThat(read(false, folder.toString())).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void addressesInsideTheNetworkAreRefused() {
        assertThat(read(false, "http://169.254.169.254/latest/meta-data/?token=hunter2"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("link-local").doesNotContain("hunter2");
    }

    @Test
    void whatAFetchMeetsHasItsExitCode() {
        assertThat(Web.exitCode(FetchException.Kind.FORBIDDEN)).isEqualTo(ExitCode.USAGE);
        assertThat(Web.exitCode(FetchException.Kind.TOO_LARGE)).isEqualTo(ExitCode.CONTENT);
        assertThat(Web.exitCode(FetchException.Kind.TOO_SLOW)).isEqualTo(ExitCode.REMOTE);
    }

    @Test
    void jsonLinesSayTheirFormat() throws IOException {
        String lines =
                "\ufeff{\"id\":1,\"text\":\"<p>It <b>boils</b>.\",\"format\":\"html\",\"title\":\"T\",\"url\":\"https://a.example/\"}\n\n"
                        + "{\"id\":\"2\",\"text\":\"<p>It boils.\"}\n"
                        + "{\"id\":\"3\",\"text\":\"x\",\"format\":\"docx\"}\n{\"text\":\"x\"}\n{\"id\":\"5\"}\nno json\n"
                        + "{\"id\":\"7\",\"text\":\"# It boils.\",\"format\":\"Markdown\"}\n";
        assertThat(read(true, write("in.jsonl", lines))).isEqualTo(ExitCode.CONTENT);
        assertThat(articles).extracting(Article::id).containsExactly("1", "2", "7");
        assertThat(articles).extracting(Article::text).containsExactly("It boils.", "<p>It boils.", "# It boils.");
        assertThat(articles.get(0).title()).isEqualTo("T");
        assertThat(err.toString(UTF_8).lines()).hasSize(4);
    }

    @Test
    void theAddressIsNotAMatterOfCase() {
        assertThat(Web.isAddress("HTTPS://a.example/")).isTrue();
        assertThat(Web.isAddress("https.md")).isFalse();
    }
}
