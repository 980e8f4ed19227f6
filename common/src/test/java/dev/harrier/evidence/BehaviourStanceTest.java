package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourStanceTest {
    private static final String COMMAND = "`vssadmin.exe delete shadows /all /quiet`";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The malware runs %s at once.|ATTACK",
                "We did not see it run %s there.|NEGATED",
                "There is no evidence of %s here.|NEGATED",
                "Unlike Ryuk, which runs %s, this one waits.|CONTRAST",
                "Administrators should disable %s everywhere.|ADVICE",
                "We recommend that you monitor %s.|ADVICE",
                "You can run %s to free space.|INSTRUCTION",
                "To prevent recovery, the ransomware executes %s first.|ATTACK"
            })
    void ofItsSentence(String sentence, BehaviourStance stance) {
        Evidence evidence = Extraction.of(String.format(sentence, COMMAND)).evidence();
        if (stance == BehaviourStance.ATTACK) {
            assertThat(evidence.behaviours()).isNotEmpty();
            assertThat(evidence.setAside()).isEmpty();
        } else {
            assertThat(evidence.behaviours()).isEmpty();
            assertThat(evidence.setAside())
                    .isNotEmpty()
                    .allMatch(s -> s.stance() == stance && !s.why().isEmpty());
        }
    }

    @Test
    void codeTakesTheStanceOfTheWordsThatLeadToIt() {
        String told = "Install it with the following command:\n\n```\ncurl -Lo x https://x.example/y\n```\n";
        String seen = "The attackers then executed:\n\n```\ncurl -Lo x https://x.example/y\n```\n";
        assertThat(Extraction.of(told).evidence().behaviours()).isEmpty();
        assertThat(Extraction.of(told).evidence().setAside()).hasSize(1);
        assertThat(Extraction.of(seen).behaviours(Behaviour.CommandLine.class)).hasSize(1);
    }

    @Test
    void headingsSayWhatStandsBelowThem() {
        String text =
                "# Report\n\nThe backdoor persists.\n\n## Mitigations\n\nKey `HKLM\\Software\\Acme\\Off` here.\n\n"
                        + "### More\n\nAnd `HKLM\\Software\\Acme\\Two` here.\n\n## Execution\n\nIt has `HKLM\\Software\\Acme\\On` there.\n";
        Extraction read = Extraction.of(text);
        assertThat(read.behaviours(Behaviour.RegistryValue.class))
                .extracting(Behaviour.RegistryValue::path)
                .containsExactly("HKLM\\Software\\Acme\\On");
        assertThat(read.evidence().setAside()).hasSize(2).allMatch(s -> s.stance() == BehaviourStance.ADVICE);
    }

    @Test
    void anAttackAnywhereBeatsAdviceElsewhere() {
        String text = "You should disable " + COMMAND + " first.\n\nThe ransomware ran " + COMMAND + " twice.\n";
        Evidence evidence = Extraction.of(text).evidence();
        assertThat(evidence.behaviours()).isNotEmpty().allMatch(b -> b.quote().start() > 60);
        assertThat(evidence.setAside()).isEmpty();
    }

    @Test
    void anArticleThatSpeaksToItsReaderIsNoAttack() {
        String text =
                "Welcome, you are here to learn. Your cluster is yours.\n\n## Steps\n\n```\nkubectl get pods -n falco\n```\n";
        assertThat(Extraction.of(text).evidence().behaviours()).isEmpty();
    }
}
