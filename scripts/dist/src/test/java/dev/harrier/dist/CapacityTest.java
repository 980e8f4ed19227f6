package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.evidence.Allowlist;
import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import dev.harrier.hunt.catalogue.Catalogue;
import dev.harrier.pack.PackMaker;
import dev.harrier.pack.TargetCapacity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Large sets of indicators, cut for the SIEMs that a pack is made for. */
class CapacityTest {
    private static final long SEED = 20_261_122;
    private static final List<Dialect> DIALECTS =
            Connectors.discover().stream().map(ConnectorProvider::dialect).toList();

    /** An article that lists hashes, names and addresses. */
    static Article article(int each) {
        Random random = new Random(SEED);
        StringBuilder text =
                new StringBuilder("# Gang uses a new loader to steal credentials\n\nThe malware steals.\n\n"
                        + "## Indicators of compromise\n\n");
        for (int i = 0; i < each; i++) {
            text.append("- ");
            for (int word = 0; word < 8; word++) {
                text.append(String.format("%08x", random.nextInt()));
            }
            text.append(String.format("%n- c%08x.badhost%d[.]com%n", random.nextInt(), i));
            text.append(String.format("- 45.%d.%d[.]%d%n", random.nextInt(256), random.nextInt(256), i % 250 + 1));
        }
        return ArticleReader.read("story.md", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static HuntPack pack(Article article, List<Dialect> dialects) {
        return PackMaker.of(
                        AttackCatalogue.shipped(),
                        Allowlist.none(),
                        Catalogue.shipped(),
                        TargetCapacity.of(dialects),
                        true)
                .make(article);
    }

    private static List<Hunt> indicatorHunts(HuntPack pack) {
        return pack.hunts().stream()
                .filter(hunt -> hunt.kind() == Hunt.Kind.INDICATOR)
                .toList();
    }

    private static Set<String> asked(List<Hunt> hunts) {
        return hunts.stream()
                .flatMap(hunt -> hunt.grounds().stream()
                        .map(Ground::value)
                        .map(value -> hunt.logic().kind() + " " + value))
                .collect(Collectors.toSet());
    }

    @Test
    void everyTargetCarriesEveryHuntThatItCanSay() {
        List<Hunt> hunts = indicatorHunts(pack(article(600), DIALECTS));
        assertThat(hunts).hasSizeGreaterThan(6);
        for (Hunt hunt : hunts) {
            for (Dialect dialect : DIALECTS) {
                assertThat(dialect.length(hunt, dialect.defaultProfile())).isNotEmpty();
                assertThat(dialect.render(hunt, dialect.defaultProfile()))
                        .as("seed " + SEED + ": " + dialect.name() + " of " + hunt.title())
                        .isInstanceOf(Rendering.Rendered.class);
            }
        }
    }

    @Test
    void aPackForALaxerTargetAsksTheSameInFewerHunts() {
        Article article = article(600);
        List<Hunt> both = indicatorHunts(pack(article, DIALECTS));
        List<Hunt> splunk = indicatorHunts(pack(
                article,
                DIALECTS.stream()
                        .filter(dialect -> dialect.name().equals("spl"))
                        .toList()));
        assertThat(asked(splunk)).isEqualTo(asked(both)).hasSizeGreaterThan(3_000);
        assertThat(splunk.size()).as("both: %d", both.size()).isLessThan(both.size() / 2);
    }
}
