package dev.harrier.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.SharedFolder;
import dev.harrier.attack.Tactic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class AssessorTest {
    private static final Assessor ASSESSOR = new Assessor(AttackCatalogue.shipped());

    private static Assessment assess(String title, String text) {
        Article article = Case.article("test", title, text);
        return ASSESSOR.assess(article, RealEvidence.of(article));
    }

    @Test
    void pointsAddUpToTheScore() throws IOException {
        for (String file : List.of("traps.jsonl", "stories.jsonl")) {
            assertThat(Case.of(file)).allSatisfy(one -> {
                PaperSeverity severity = one.assessed().severity();
                int sum = severity.reasons().stream().mapToInt(Reason::points).sum();
                assertThat(severity.score()).isEqualTo(Math.max(0, Math.min(100, sum)));
                assertThat(severity.level()).isEqualTo(Severity.ofScore(severity.score()));
            });
        }
    }

    @Test
    void theSameArticleGivesTheSameAssessment() throws IOException {
        assertThat(Case.of("stories.jsonl"))
                .allSatisfy(one -> assertThat(one.assessed()).isEqualTo(one.assessed()));
    }

    @Test
    void killChainFollowsTheMatrixAndMarksWhatIsInferred() {
        Assessment found = assess(
                "Ransomware intrusion",
                "The attackers broke into the network through a VPN. They ran `nltest /domain_trusts` on a server."
                        + " The attackers moved laterally with PsExec and deployed ransomware.");
        assertThat(found.killChain()).extracting(KillChainStep::tactic).isSorted();
        assertThat(found.killChain()).anySatisfy(step -> {
            assertThat(step.tactic()).isEqualTo(Tactic.DISCOVERY);
            assertThat(step.inferred()).isTrue();
            assertThat(step.techniques()).contains("T1482");
        });
        assertThat(found.killChain()).anySatisfy(step -> {
            assertThat(step.tactic()).isEqualTo(Tactic.LATERAL_MOVEMENT);
            assertThat(step.inferred()).isFalse();
        });
    }

    @Test
    void whatIsNoThreatHasNoTechniques() {
        Assessment found = assess(
                "What is process hollowing?",
                "In this explainer we describe process hollowing (T1055.012) in general. Step 1: read. Step 2: learn.");
        assertThat(found.relevance().threat()).isFalse();
        assertThat(found.techniques()).isEmpty();
        assertThat(found.killChain()).isEmpty();
        assertThat(found.relevance().reasons()).isNotEmpty();
    }

    /** Seed 002 tells, under such a heading, what researchers did to another service months before. */
    @Test
    void whatStandsUnderAHeadingOnThePastWasNotDoneNow() {
        String story = "Attackers stole tokens of 9,000 customers and broke into the build servers with malware.\n\n";
        String past = "In January the intruders escaped the container and ran code on the host of the malware lab.\n";
        assertThat(ids(assess("Breach", story + "Boxhub: A History of Security Breaches\n\n" + past)))
                .doesNotContain("T1611");
        assertThat(ids(assess("Breach", story + "How the Intruders Got Out\n\n" + past)))
                .contains("T1611");
    }

    private static List<String> ids(Assessment found) {
        return found.techniques().stream().map(f -> f.technique().id()).toList();
    }

    @Test
    void boilerplateSaysNothing() {
        String text = "Our garden club meets on Monday.\n\nRansomware attackers stole data and encrypted 500 servers.";
        List<Block> blocks =
                List.of(new Block(Block.Kind.PROSE, 0, 32), new Block(Block.Kind.BOILERPLATE, 34, text.length()));
        Article article =
                new Article("id", "Garden club", Optional.empty(), Optional.empty(), Optional.empty(), text, blocks);
        assertThat(ASSESSOR.assess(article, RealEvidence.of(article)).severity().score())
                .isZero();
    }

    @Test
    void anEmptyArticleIsNoThreat() {
        Article empty = new Article("id", "", Optional.empty(), Optional.empty(), Optional.empty(), "", List.of());
        assertThat(ASSESSOR.assess(empty, RealEvidence.of(empty)).relevance().threat())
                .isFalse();
    }

    @Test
    void noTextMakesItSlow() {
        String hostile = "exploits a a a a a a encrypt the the the the - ".repeat(4000) + "a".repeat(100_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assess("x", hostile));
    }

    @Test
    void seed000IsNoThreat() throws IOException {
        String seed = seed("000_a73df16780064c5f.txt");
        String profile = seed.substring(
                seed.indexOf("## Threat Profile") + "## Threat Profile".length(), seed.indexOf("## Indicators"));
        Assessment found = assess("Docker Hub authentication: Is 2021 the year you enable 2FA on Docker Hub?", profile);
        assertThat(found.relevance().threat()).isFalse();
        assertThat(found.severity().level()).isEqualTo(Severity.INFORMATIONAL);
        assertThat(found.techniques()).isEmpty();
    }

    @Test
    void seed002IsBreachNewsAndMediumAtMost() throws IOException {
        Assessment found = assess("", seed("002_5d67e6694ce62197.txt"));
        assertThat(found.relevance().kind()).isEqualTo(Relevance.Kind.BREACH_NEWS);
        assertThat(found.severity().level()).isLessThanOrEqualTo(Severity.MEDIUM);
        assertThat(found.techniques()).isEmpty();
        assertThat(found.killChain()).isEmpty();
        assertThat(found.relevance().reasons())
                .extracting(Reason::why)
                .anyMatch(why -> why.contains("tokens"))
                .anyMatch(why -> why.contains("digests"))
                .anyMatch(why -> why.contains("pull secrets"));
    }

    private static String seed(String name) throws IOException {
        Path file = SharedFolder.find("seeds").resolve(name);
        assumeTrue(Files.isRegularFile(file), "no shared seeds");
        return Files.readString(file);
    }
}
