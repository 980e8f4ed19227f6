package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that an article gives only to say that what bears them had no part. */
class DeniedThreatTest {
    private static final List<ThreatName> NAMES = List.of(
            new ThreatName(NamedThreat.Kind.MALWARE, "Cobalt Strike", "S0154", List.of()),
            new ThreatName(NamedThreat.Kind.MALWARE, "LockBit", "", List.of()),
            new ThreatName(NamedThreat.Kind.TOOL, "Mimikatz", "S0002", List.of()));

    private static Evidence read(String text) {
        Article article = ArticleReader.readText("test", text);
        return new EvidenceExtractor(Allowlist.none(), NAMES).extract(article);
    }

    private static List<String> named(String text) {
        return read(text).threats().stream().map(NamedThreat::name).toList();
    }

    private static List<String> denied(String text) {
        return read(text).denied().stream().map(d -> d.threat().name()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We saw no use of Cobalt Strike in this intrusion. | Cobalt Strike",
                "Unlike LockBit, the actor writes no note. | LockBit",
                "We found no trace of Mimikatz, and no forged tickets. | Mimikatz",
                "The actor did not deploy LockBit here. | LockBit",
                "The operators never used the Mimikatz tool. | Mimikatz",
                "The actor uses its own loader rather than Cobalt Strike. | Cobalt Strike",
                "In this case Mimikatz was not used at all. | Mimikatz"
            })
    void aDeniedNameIsNotNamed(String text, String name) {
        assertThat(named(text)).isEmpty();
        assertThat(denied(text)).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Unlike LockBit, the actor uses Mimikatz. | Mimikatz",
                "LockBit did not use Cobalt Strike. | LockBit",
                "The actor did not stop at discovery but used Mimikatz. | Mimikatz",
                "It is not known whether Mimikatz was used. | Mimikatz",
                "The actor used not only Mimikatz. | Mimikatz",
                "There is no fix. Mimikatz was run. | Mimikatz",
                "There is no doubt that LockBit did it. | LockBit"
            })
    void othersInTheSentenceAreNamed(String text, String name) {
        assertThat(named(text)).containsExactly(name);
    }

    @Test
    void aNameThatIsDeniedOnceAndGivenOnceIsNamed() {
        String text = "Unlike LockBit, Akira is new. Then the affiliate deployed LockBit.";
        assertThat(named(text)).containsExactly("LockBit");
        assertThat(denied(text)).isEmpty();
    }
}
