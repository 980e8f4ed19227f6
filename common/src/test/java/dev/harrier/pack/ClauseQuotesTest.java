package dev.harrier.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.hunt.ExplainedClause;
import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each clause of a hunt names the words that it came from, in the pack's files too. */
class ClauseQuotesTest {
    private static final Article ARTICLE = ArticleReader.read(
            "story.md",
            ("# Kettle Fox steals credentials\n\nThe malware's command and control servers were:\n\n- kettle-fox[.]top\n"
                            + "- 45.61.136[.]20\n- hxxps://lamp-oil[.]xyz/gate/in.php?id=7\n\n"
                            + "The attacker then ran `schtasks /create /tn \"Kettle Update\" /tr C:\\Users\\Public\\kettle.exe"
                            + " /sc minute` and dropped C:\\ProgramData\\kettle\\foxloader.dll, SHA-256 "
                            + "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0.\n")
                    .getBytes(UTF_8));

    @TempDir
    private Path folder;

    private final HuntPack pack = PackMaker.shipped(true).make(ARTICLE);

    @Test
    void everyClauseMadeOfAnArticleHasItsQuote() {
        List<Hunt> own = pack.hunts().stream()
                .filter(hunt -> hunt.kind() != Hunt.Kind.CATALOGUE)
                .toList();
        assertThat(own).hasSizeGreaterThan(5);
        for (Hunt hunt : own) {
            assertThat(ExplainedClause.of(hunt)).isNotEmpty().allSatisfy(clause -> {
                assertThat(clause.grounds())
                        .as(hunt.title() + ": " + clause.words())
                        .isNotEmpty();
                assertThat(clause.grounds()).allMatch(ClauseQuotesTest::stands);
            });
        }
    }

    private static boolean stands(Ground ground) {
        return ARTICLE.text().startsWith(ground.quote().text(), ground.quote().start());
    }

    @Test
    void theFilesGiveThemBackWithoutLoss() {
        Path written = new PackFolder(folder, List.of()).write(pack);
        Map<Object, Hunt> read = SavedPacks.read(List.of(written)).hunts().stream()
                .collect(Collectors.toMap(Hunt::id, Function.identity()));
        assertThat(pack.hunts()).isNotEmpty().allSatisfy(hunt -> {
            assertThat(read.get(hunt.id()).grounds()).isEqualTo(hunt.grounds());
            assertThat(ExplainedClause.of(read.get(hunt.id()))).isEqualTo(ExplainedClause.of(hunt));
        });
    }

    @Test
    void aClauseThatSomebodyWroteIntoTheRuleHasNoQuote() throws IOException {
        Path written = new PackFolder(folder, List.of()).write(pack);
        Hunt dns = pack.hunts().stream()
                .filter(hunt -> hunt.title().startsWith("Domains looked up"))
                .findFirst()
                .orElseThrow();
        Path rule = written.resolve("hunts").resolve(dns.fileName() + ".yml");
        Files.writeString(rule, Files.readString(rule).replace("kettle-fox.top", "other-fox.top"));
        Hunt edited = SavedPacks.read(List.of(written)).hunts().stream()
                .filter(hunt -> hunt.id().equals(dns.id()))
                .findFirst()
                .orElseThrow();
        Map<Boolean, List<String>> words = ExplainedClause.of(edited).stream()
                .collect(Collectors.partitioningBy(
                        clause -> clause.grounds().isEmpty(),
                        Collectors.mapping(ExplainedClause::words, Collectors.toList())));
        assertThat(words.get(true)).isNotEmpty().allMatch(text -> text.contains("other-fox.top"));
        assertThat(words.get(false)).noneMatch(text -> text.contains("kettle-fox.top"));
    }
}
