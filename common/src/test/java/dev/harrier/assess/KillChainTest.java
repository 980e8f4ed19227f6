package dev.harrier.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.Article;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.Tactic;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KillChainTest {
    private static final Assessor ASSESSOR = new Assessor(AttackCatalogue.shipped());

    private static Assessment assess(String text) {
        Article article = Case.article("test", "Ransomware intrusion", text);
        return ASSESSOR.assess(article, RealEvidence.of(article));
    }

    private static PhaseStep phase(Assessment found, KillChainPhase phase) {
        return found.phases().stream()
                .filter(step -> step.phase() == phase)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPhaseThatTheWordsNameIsObservedAndSaysWhichWords() {
        Assessment found = assess("The attackers sent spear-phishing emails to the victims of the ransomware gang.\n\n"
                + "The malware talks to its C2 server. The attackers encrypted 500 servers.");
        assertThat(phase(found, KillChainPhase.DELIVERY).inferred()).isFalse();
        assertThat(phase(found, KillChainPhase.DELIVERY).rule()).contains("spear-phishing");
        assertThat(phase(found, KillChainPhase.COMMAND_AND_CONTROL).quote().text())
                .contains("C2 server");
        assertThat(phase(found, KillChainPhase.ACTIONS_ON_OBJECTIVES).inferred())
                .isFalse();
    }

    @Test
    void aPhaseThatOnlyATacticStandsForIsInferredAndSaysByWhichRule() {
        Assessment found =
                assess("The attackers broke into the network of the victims. They ran `nltest /domain_trusts`"
                        + " on a server before the intruders left, and the malware was analysed by us.");
        PhaseStep actions = phase(found, KillChainPhase.ACTIONS_ON_OBJECTIVES);
        assertThat(actions.inferred()).isTrue();
        assertThat(actions.tactics()).containsExactly(Tactic.DISCOVERY);
        assertThat(actions.rule()).contains("Discovery", "T1482");
    }

    @Test
    void whatDidNotHappenIsNoPhase() {
        Assessment found = assess("The attackers broke into servers of the victims and installed a backdoor. "
                + "We did not see exfiltration of data. Attackers could deploy ransomware next.");
        assertThat(found.phases()).extracting(PhaseStep::phase).doesNotContain(KillChainPhase.ACTIONS_ON_OBJECTIVES);
    }

    @Test
    void stepsAreInOrderUniqueAndQuoteTheArticle() throws IOException {
        for (Case one : Case.of("stories.jsonl")) {
            Assessment found = one.assessed();
            assertOrdered(found.phases().stream().map(PhaseStep::phase).toList());
            assertOrdered(found.killChain().stream().map(KillChainStep::tactic).toList());
            assertThat(found.phases()).allSatisfy(step -> assertThat(one.article()
                            .text()
                            .substring(step.quote().start(), step.quote().end()))
                    .isEqualTo(step.quote().text()));
        }
    }

    /** Every tactic that is shown is in some phase. */
    @Test
    void phasesCoverTheTactics() throws IOException {
        for (Case one : Case.of("stories.jsonl")) {
            Assessment found = one.assessed();
            Set<KillChainPhase> shown = new TreeSet<>();
            found.phases().forEach(step -> shown.add(step.phase()));
            found.killChain().forEach(step -> assertThat(shown).contains(KillChainPhase.of(step.tactic())));
        }
    }

    @Test
    void everyPhaseHasATactic() {
        assertThat(Arrays.stream(Tactic.values()).map(KillChainPhase::of))
                .containsOnlyOnceElementsOf(List.of(KillChainPhase.RECONNAISSANCE))
                .contains(KillChainPhase.values());
    }

    private static <T extends Comparable<T>> void assertOrdered(List<T> steps) {
        assertThat(steps).isSorted().doesNotHaveDuplicates();
    }
}
