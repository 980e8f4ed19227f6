package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.evidence.Indicator;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import dev.harrier.pack.PackMaker;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All articles of the shared corpus, where it exists: every quote stands where it says, and every query that comes out is sound. */
@Tag("slow")
class CorpusTest {
    private static final Path ARTICLES = Path.of("..", "..", "..", "shared", "corpus", "articles");
    private static final Path QUERIES = Path.of("target", "kql-check", "corpus-articles.jsonl");

    private static final List<HuntPack> PACKS = new ArrayList<>();

    @BeforeAll
    static void makePacks() throws IOException {
        assumeTrue(Files.isDirectory(ARTICLES), "the shared corpus is not here");
        PackMaker maker = PackMaker.shipped(false);
        try (Stream<Path> files = Files.walk(ARTICLES)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(md|adoc|txt|html)"))
                    .sorted()
                    .toList()) {
                Article article = ArticleReader.read(file.getFileName().toString(), Files.readAllBytes(file));
                PACKS.add(maker.make(article));
            }
        }
    }

    @Test
    void everyIndicatorGivesBackItsWords() {
        for (HuntPack pack : PACKS) {
            for (Indicator indicator : pack.evidence().indicators()) {
                String words = pack.article()
                        .text()
                        .substring(indicator.quote().start(), indicator.quote().end());
                assertThat(words).isEqualTo(indicator.quote().text());
            }
        }
    }

    @Test
    void everyQueryIsLintFreeAndGoesToMicrosoftsParser() throws IOException {
        Files.createDirectories(QUERIES.getParent());
        try (BufferedWriter queries = Files.newBufferedWriter(QUERIES)) {
            for (HuntPack pack : PACKS) {
                for (Hunt hunt : pack.hunts()) {
                    for (ConnectorProvider provider : Connectors.discover()) {
                        check(pack, hunt, provider.dialect(), queries);
                    }
                }
            }
        }
    }

    private static void check(HuntPack pack, Hunt hunt, Dialect dialect, BufferedWriter queries) throws IOException {
        Profile profile = dialect.defaultProfile();
        if (!(dialect.render(hunt, profile) instanceof Rendering.Rendered rendered)) {
            return;
        }
        String name = pack.article().id() + ": " + hunt.title();
        assertThat(dialect.lint(rendered.text(), profile))
                .as(name + "\n" + rendered.text())
                .noneMatch(finding -> finding.level() == LintFinding.Level.ERROR);
        if (dialect.name().equals("kql")) {
            queries.write(new ObjectMapper()
                    .writeValueAsString(Map.of("id", name, "kql", rendered.text(), "platform", "sentinel")));
            queries.newLine();
        }
    }
}
