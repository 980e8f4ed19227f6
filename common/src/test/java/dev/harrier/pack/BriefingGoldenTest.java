package dev.harrier.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.ArticleReader;
import dev.harrier.hunt.HuntPack;
import dev.harrier.report.Briefing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The briefing of a threat, of an advisory and of breach news, whole, as a person reads it; without the queries, which each dialect
 * tests. {@code scripts/golden} writes the expected pages anew; read the difference before it is committed.
 */
class BriefingGoldenTest {
    private static final String FOLDER = "src/test/resources/dev/harrier/pack/golden";

    @ParameterizedTest
    @ValueSource(strings = {"threat", "advisory", "breach"})
    void readsAsItWasReviewed(String name) throws IOException {
        assertThat(page(Path.of(FOLDER), name)).isEqualTo(Files.readString(expected(Path.of(FOLDER), name)));
    }

    /** Writes the pages into the folder that is given. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (String name : new String[] {"threat", "advisory", "breach"}) {
            Files.writeString(expected(folder, name), page(folder, name), StandardCharsets.UTF_8);
        }
    }

    private static String page(Path folder, String name) throws IOException {
        byte[] article = Files.readAllBytes(folder.resolve(name + ".md"));
        HuntPack pack = PackMaker.shipped(false).make(ArticleReader.read(name + ".md", article));
        return Briefing.of(pack, Map.of());
    }

    private static Path expected(Path folder, String name) {
        return folder.resolve(name + ".briefing.md");
    }
}
