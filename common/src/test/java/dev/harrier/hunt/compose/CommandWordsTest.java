package dev.harrier.hunt.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.evidence.Behaviour;
import dev.harrier.evidence.Quote;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A command is hunted by its telling words, in whatever order. */
class CommandWordsTest {
    @Test
    void orderBlanksQuotesAndDrivesDoNotMatter() {
        assertThat(words("create irnagentd binpath=\"C:\\Windows\\Debug\\dtest.dll\"  start=auto"))
                .containsExactly("irnagentd", "binpath=\"C:\\Windows\\Debug\\dtest.dll", "start=auto");
        assertThat(words("/R /A /F \"C:\\ProgramData\\Zq17\" takeown"))
                .containsExactly(" /R", " /A", " /F", "\\ProgramData\\Zq17", "takeown");
    }

    @Test
    void whatHasSeveralSpellingsIsLeftOutIfTheRestTells() {
        assertThat(words("-nop -enc hidden Invoke-Zq17Loader")).containsExactly("Invoke-Zq17Loader");
    }

    @Test
    void fragmentsStayWholeWhereTheirWordsAloneTellTooLittle() {
        assertThat(words("-n 1 -w 3000 -x 12")).containsExactly("-n 1 -w 3000 -x 12");
    }

    @Test
    void aPlaceholderOfSeveralWordsIsOneGap() {
        assertThat(words("domain_trusts /server:<name of host> /verbose7"))
                .containsExactly("domain_trusts", "/server:*", "/verbose7");
    }

    @Test
    void whatAShellStartsIsLookedForUnderItsOwnName() {
        assertThat(startedBy("cmd.exe", "C:\\Windows\\System32\\cmd.exe /c  takeown.exe /R /F x"))
                .hasValue("takeown.exe");
        assertThat(startedBy("cmd.exe", "cmd.exe /c q1337 /R")).isEmpty();
        assertThat(startedBy("sc.exe", "sc create x binpath=\"cmd /c takeown /R\""))
                .isEmpty();
    }

    private static List<String> words(String fragment) {
        return CommandWords.of(List.of(PathText.of(fragment).orElseThrow())).stream()
                .map(PathText::shown)
                .toList();
    }

    private static Optional<String> startedBy(String program, String line) {
        return CommandWords.startedBy(
                new Behaviour.CommandLine(program, line, List.of(), new Quote(line, 0, line.length())));
    }
}
