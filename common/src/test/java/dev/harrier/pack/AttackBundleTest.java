package dev.harrier.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.article.ArticleReader;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.KnownThreat;
import dev.harrier.attack.Tactic;
import dev.harrier.attack.Technique;
import dev.harrier.hunt.HuntPack;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttackBundleTest {
    @TempDir
    private Path folder;

    private static AttackCatalogue small() throws URISyntaxException {
        return AttackBundle.read(
                Path.of(AttackBundleTest.class.getResource("small-attack.json").toURI()));
    }

    @Test
    void readsTechniquesWithWhatWeKnowOfTheirTactics() throws URISyntaxException {
        Technique technique = small().technique("T1999").orElseThrow();
        assertThat(technique.name()).isEqualTo("Brand New Trick");
        assertThat(technique.tactics()).containsExactly(Tactic.PERSISTENCE);
        assertThat(technique.platforms()).containsExactly("Linux", "Windows");
        assertThat(small().techniques()).extracting(Technique::id).doesNotContain("T1803");
    }

    @Test
    void followsAChainOfRevocationsAndMarksTheDeprecated() throws URISyntaxException {
        assertThat(small().current("T1800")).map(Technique::id).contains("T1999");
        assertThat(small().technique("T1802")).map(Technique::deprecated).contains(true);
        assertThat(small().nearest("T199")).contains("T1999");
    }

    @Test
    void readsActorsAndSoftwareThatStillExist() throws URISyntaxException {
        assertThat(small().threats())
                .containsExactly(
                        new KnownThreat("G9001", KnownThreat.Kind.ACTOR, "Slate Heron", List.of("Grey Bird")),
                        new KnownThreat("S9001", KnownThreat.Kind.TOOL, "Crowbar", List.of()));
    }

    @Test
    void anArticleIsReadByTheUsersRelease() throws URISyntaxException {
        HuntPack pack = PackMaker.of(small(), dev.harrier.evidence.Allowlist.none(), false)
                .make(ArticleReader.readText(
                        "story",
                        "Grey Bird attackers deployed a backdoor on servers of the victims and used T1800."
                                + " The malware talks to evil-host[.]example and 203.0.113[.]7."));
        assertThat(pack.evidence().threats())
                .anySatisfy(threat -> assertThat(threat.attackId()).contains("G9001"));
        assertThat(pack.assessment().techniques())
                .anySatisfy(found -> assertThat(found.technique().id()).isEqualTo("T1999"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '%',
            value = {
                "{\"type\":\"bundle\",\"objects\":[; is not JSON (line 1)",
                "[1,2]; is no STIX bundle",
                "{\"type\":\"bundle\"}; no list of objects",
                "{\"type\":\"bundle\",\"objects\":[1,null,{}]}; holds no technique",
                "hello; is not JSON"
            })
    void aBadFileIsRefusedWithTheWayOut(String content, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), content);
        assertThatThrownBy(() -> AttackBundle.read(file))
                .isInstanceOf(PackException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("bad.json")
                .hasMessageContaining("leave --attack");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> AttackBundle.read(folder.resolve("none.json")))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void revocationsInACircleAreRefused() throws IOException, URISyntaxException {
        String small = Files.readString(
                Path.of(AttackBundleTest.class.getResource("small-attack.json").toURI()));
        String circle = small.replace(
                "\"source_ref\": \"attack-pattern--2\", \"target_ref\": \"attack-pattern--1\"",
                "\"source_ref\": \"attack-pattern--2\", \"target_ref\": \"attack-pattern--3\"");
        Path file = Files.writeString(folder.resolve("circle.json"), circle);
        assertThatThrownBy(() -> AttackBundle.read(file))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("circle")
                .hasMessageContaining("T1800 → T1801 → T1800");
    }
}
