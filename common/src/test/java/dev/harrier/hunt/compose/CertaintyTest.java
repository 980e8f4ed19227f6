package dev.harrier.hunt.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.Article;
import dev.harrier.assess.Assessment;
import dev.harrier.assess.PaperSeverity;
import dev.harrier.assess.Severity;
import dev.harrier.evidence.Behaviour;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.IndicatorType;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Hunt.Confidence;
import dev.harrier.hunt.catalogue.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hunt is as grave as its article, or one level less where its hits are not sure. */
class CertaintyTest {
    private static final HuntComposer COMPOSER = new HuntComposer(Catalogue.of(List.of()));
    private static final Article ARTICLE = Stories.article("It ran q1337.exe and C:\\ProgramData\\Zq\\w1338.exe.");

    @Test
    void aBareNameIsLessSureAndLessGraveThanAPath() {
        assertThat(hunts(Severity.HIGH, file("q1337.exe"), file("C:\\ProgramData\\Zq\\w1338.exe")))
                .isNotEmpty()
                .allSatisfy(hunt -> {
                    assertThat(hunt.confidence()).isEqualTo(Confidence.LOW);
                    assertThat(hunt.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(hunt.description()).contains("Severity medium, one below the article's high");
                });
        assertThat(hunts(Severity.HIGH, file("C:\\ProgramData\\Zq\\w1338.exe")))
                .isNotEmpty()
                .allSatisfy(hunt -> {
                    assertThat(hunt.confidence()).isEqualTo(Confidence.MEDIUM);
                    assertThat(hunt.severity()).isEqualTo(Severity.HIGH);
                    assertThat(hunt.description()).doesNotContain("one below");
                });
    }

    @Test
    void nothingIsBelowLow() {
        for (Severity paper : List.of(Severity.INFORMATIONAL, Severity.LOW)) {
            assertThat(hunts(paper, file("q1337.exe")))
                    .isNotEmpty()
                    .allMatch(hunt -> hunt.severity() == Severity.LOW)
                    .noneMatch(hunt -> hunt.description().contains("one below"));
        }
    }

    @Test
    void anExactIndicatorKeepsTheArticlesSeverity() {
        Evidence evidence = Stories.indicators(
                List.of(Stories.indicator(IndicatorType.SHA1, "0123456789abcdef0123456789abcdef01234567")));
        assertThat(COMPOSER.compose(ARTICLE, evidence, assessment(Severity.CRITICAL), false)
                        .hunts())
                .isNotEmpty()
                .allMatch(hunt -> hunt.severity() == Severity.CRITICAL);
    }

    private static Behaviour file(String path) {
        return new Behaviour.FilePath(path, Stories.quote(ARTICLE, path));
    }

    private static List<Hunt> hunts(Severity paper, Behaviour... behaviours) {
        return COMPOSER.compose(ARTICLE, Stories.behaviours(behaviours), assessment(paper), false)
                .hunts();
    }

    private static Assessment assessment(Severity paper) {
        Assessment threat = Stories.threat();
        return new Assessment(
                threat.relevance(),
                new PaperSeverity(paper, 50, threat.severity().reasons()),
                List.of(),
                List.of());
    }
}
