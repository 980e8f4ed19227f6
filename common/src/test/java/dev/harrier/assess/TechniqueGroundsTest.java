package dev.harrier.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.Technique;
import dev.harrier.evidence.Quote;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is quoted for a technique shows it. */
class TechniqueGroundsTest {
    private static final Technique TRANSFER =
            AttackCatalogue.shipped().technique("T1105").orElseThrow();

    @Test
    void besideARulesWordsOnlySentencesCountThatWouldDoAlone() {
        assertThat(quotes(
                        ruled("It downloads more."),
                        like(-0.4, "Files and folders"),
                        like(0.3, "It gets the next stage from there.")))
                .containsExactly("It downloads more.", "It gets the next stage from there.");
    }

    @Test
    void theBestSentenceIsQuotedWhereNoneWouldDoAlone() {
        assertThat(quotes(like(-0.6, "Mail addresses"), like(-0.3, "It gets a file.")))
                .containsExactly("It gets a file.");
    }

    @Test
    void valuesWithoutAWordShowNothing() {
        assertThat(new TechniqueGrounds(
                                TRANSFER,
                                List.of(
                                        like(0.5, "* `++http://evil[.]example/x++`"),
                                        like(0.4, "|`0123ABCD`|Win32/TrojanDownloader.Wauchos.B"),
                                        like(0.2, "* VBS/TrojanDownloader.Agent.PYC")))
                        .findings(0.5))
                .isEmpty();
        assertThat(quotes(like(0.1, "|`0123ABCD`|(downloader)|"))).hasSize(1);
    }

    private static List<String> quotes(TechniqueDraft... drafts) {
        return new TechniqueGrounds(TRANSFER, List.of(drafts))
                .findings(0.5).get(0).quotes().stream().map(Quote::text).toList();
    }

    private static TechniqueDraft ruled(String words) {
        return TechniqueDraft.of(TRANSFER, Ground.DESCRIBED, "described", quote(words));
    }

    private static TechniqueDraft like(double margin, String words) {
        return new TechniqueDraft(TRANSFER, Ground.LIKE, margin, "like", quote(words));
    }

    private static Quote quote(String words) {
        return new Quote(words, 0, words.length());
    }
}
