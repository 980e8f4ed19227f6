package dev.harrier.dist.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The goals of issue 3 for indicators, on the shared corpus where it exists. */
@Tag("slow")
class EvidenceQualityTest {
    @BeforeEach
    void corpus() {
        assumeTrue(SharedCorpus.exists(), "the shared corpus is not here");
    }

    @Test
    void labelledTextsAgree() throws IOException {
        Score dev = Score.of("ioc/aptner_dev.jsonl");
        assertThat(dev.all().f1()).isGreaterThanOrEqualTo(0.96);
        assertThat(dev.of(Kind.DOMAIN).precision()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void vendorsFindTheirListsAgain() throws IOException {
        assertThat(Score.of("ioc/vendor_reports.jsonl").all().recall()).isGreaterThanOrEqualTo(0.995);
    }

    @Test
    void casesOfPeersAgreeWhereTheirExpectationIsShared() throws IOException {
        PeerCases cases = PeerCases.read();
        assertThat(cases.sharedRate()).as("failing: %s", cases.failingShared()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void everyListedCaseStillFailsForTheReasonGiven() throws IOException {
        List<PeerCase> cases = PeerCase.read();
        for (Unshared listed : Unshared.read()) {
            PeerCase listedCase = cases.get(listed.number());
            assertThat(listedCase.digest()).as("case %d", listed.number()).isEqualTo(listed.digest());
            assertThat(listedCase.agrees())
                    .as("case %d agrees and is listed", listed.number())
                    .isFalse();
            assertThat(listedCase.agreesButForBenign())
                    .as("case %d: is benign all that differs?", listed.number())
                    .isEqualTo(listed.ground() == Unshared.Ground.DROPPED);
        }
    }

    @Test
    void articlesAboutNoThreatAreLeftAlone() throws IOException {
        NonThreat measured = NonThreat.read();
        assertThat(measured.perArticle()).as("%s", measured.huntable()).isLessThanOrEqualTo(0.05);
    }
}
