package dev.harrier.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import dev.harrier.hunt.LeftOut;
import dev.harrier.hunt.compose.Hunted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuntedPacksTest {
    private static final PackMaker MAKER = PackMaker.shipped(true);

    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void whatAPackOnDiskHuntsIsNamedAndNotHuntedTwice() {
        HuntPack first = next("First", "kettle-fox[.]top", "lamp-oil[.]xyz");
        assertThat(sought(first)).contains("kettle-fox.top", "lamp-oil.xyz");
        HuntPack second = next("Second", "kettle-fox[.]top", "fresh-one[.]top");
        assertThat(sought(second)).contains("fresh-one.top").doesNotContain("kettle-fox.top");
        assertThat(second.leftOut()).contains(new LeftOut("kettle-fox.top", "hunted already by the pack of \"First\""));
        assertThat(complaints).isEmpty();
    }

    @Test
    void theSameArticleReadAgainHuntsTheSame() {
        HuntPack first = next("First", "kettle-fox[.]top");
        next("Second", "kettle-fox[.]top", "fresh-one[.]top");
        assertThat(next("First", "kettle-fox[.]top").hunts()).isEqualTo(first.hunts());
    }

    @Test
    void aPackThatCannotBeReadIsSaidAndTheOthersCount() throws IOException {
        next("First", "kettle-fox[.]top");
        write("broken", "{");
        write("dated", "{\"article\": {\"story\": \"s\", \"published\": \"yesterday\"}}");
        write("foreign", "[1, \"two\"]");
        assertThat(sought(next("Second", "kettle-fox[.]top", "fresh-one[.]top")))
                .doesNotContain("kettle-fox.top");
        assertThat(complaints).hasSize(2).anyMatch(c -> c.contains("broken")).anyMatch(c -> c.contains("dated"));
    }

    @Test
    void aFolderThatIsNotThereHuntsNothing() {
        assertThat(HuntedPacks.below(folder.resolve("none"), complaints::add))
                .usingRecursiveComparison()
                .isEqualTo(Hunted.nothing());
        assertThat(complaints).isEmpty();
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("pack.json"), text, UTF_8);
    }

    private HuntPack next(String title, String... domains) {
        HuntPack pack = new PackSeries(MAKER, HuntedPacks.below(folder, complaints::add)).next(article(title, domains));
        new PackFolder(folder, List.of()).write(pack);
        return pack;
    }

    private static Article article(String title, String... domains) {
        String text = "# " + title + "\n\nThe malware's command and control servers were:\n\n- "
                + String.join("\n- ", domains) + "\n";
        return ArticleReader.read(title + ".md", text.getBytes(UTF_8));
    }

    private static Stream<String> sought(HuntPack pack) {
        return pack.hunts().stream()
                .filter(hunt -> hunt.kind() == Hunt.Kind.INDICATOR)
                .flatMap(hunt -> hunt.grounds().stream())
                .map(ground -> ground.value());
    }
}
