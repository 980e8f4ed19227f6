package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.ArticleReader;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.pack.PackFolder;
import dev.harrier.pack.PackMaker;
import dev.harrier.pack.lint.LintInputs;
import dev.harrier.pack.lint.PackLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code generate} writes, {@code lint} takes: each file of the packs of the demonstration and of the golden articles. */
class MadePackTest {
    private static final Path COMMON = Path.of("../../common/src");
    private static final List<ConnectorProvider> CONNECTORS = Connectors.discover();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "main/resources/dev/harrier/demo/article.md",
                "test/resources/dev/harrier/pack/golden/advisory.md",
                "test/resources/dev/harrier/pack/golden/breach.md",
                "test/resources/dev/harrier/pack/golden/threat.md"
            })
    void lintsWithoutAnError(String article) throws IOException {
        byte[] text = Files.readAllBytes(COMMON.resolve(article));
        Path pack = new PackFolder(folder, CONNECTORS)
                .write(PackMaker.shipped(true).make(ArticleReader.read(article, text)));
        LintInputs inputs = new LintInputs(AttackCatalogue.shipped(), CONNECTORS, detection -> true);
        assertThat(PackLint.check(List.of(pack), inputs).from(Level.ERROR).remarks())
                .isEmpty();
    }
}
