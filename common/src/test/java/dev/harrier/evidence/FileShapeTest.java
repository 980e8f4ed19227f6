package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileShapeTest {
    private static Extraction listed(String value) {
        return Extraction.of("# IOCs\n\n- `" + value + "`\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\\SERVER",
                "\\\\FS01\\",
                "\\\\HOST\\share\\a.exe",
                "\\\\SERVER\\ADMIN$\\kettle.exe",
                "\\u0441\\u043c\\u0441",
                "\\r\\nAccept-Language",
                "\\x00g\\x00T",
                "\\_\\_\\_pwd_\\_a"
            })
    void whatOnlyLooksLikeAPathIsDropped(String value) {
        assertThat(listed(value).values(IndicatorType.FILEPATH)).isEmpty();
        assertThat(listed(value).behaviours(Behaviour.FilePath.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Windows\\System32\\dllhost.exe",
                "%SystemRoot%\\SysWOW64\\rundll32.exe",
                "C:\\Windows\\explorer.exe",
                "C:\\Users\\<user>\\AppData\\kettle.exe",
                "C:\\Users\\user\\AppData\\kettle.exe",
                "C:\\ProgramData\\%s\\kettle.exe",
                "C:\\ProgramData\\xxxx\\kettle.exe",
                "C:\\Program Files\\[redacted]",
                "C:\\Intel",
                "/dev/null",
                "/var/lib",
                "/bin/bash"
            })
    void placeholdersAndTheOperatingSystemAreNeverHunted(String value) {
        assertThat(listed(value).huntable()).isEmpty();
        assertThat(listed(value).behaviours(Behaviour.FilePath.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\Windows\\System32\\wimsvc.exe",
                "C:\\ProgramData\\dllhost.exe",
                "C:\\Users\\Public\\kettle.exe",
                "\\\\fileserver-07\\public\\kettle.exe",
                "%APPDATA%\\kettle\\{3E5FC7F9-9A51-4367-9063-A120244FBEC7}.dat",
                "/usr/bin/kettled",
                "/tmp/kettle",
                "/tmp/.x/kettle"
            })
    void pathsOfTheIntruderAreHunted(String value) {
        assertThat(listed(value).huntable()).contains(value);
    }

    @Test
    void detectionNamesAreNoFilesAndPicturesAreNeverHunted() {
        Extraction found = Extraction.of("# IOCs\n\n- InvisiMole.C\n- Spy.Kettle.A\n- figure_1.PNG\n- kettle.dll\n");
        assertThat(found.values(IndicatorType.FILENAME)).containsExactlyInAnyOrder("figure_1.PNG", "kettle.dll");
        assertThat(found.huntable()).containsExactly("kettle.dll");
        assertThat(found.reasonFor("InvisiMole.C")).contains("not a file name: a detection name");
    }

    @Test
    void aFootnoteIsNoPartOfAPath() {
        assertThat(Extraction.of("# IOCs\n\nC:\\ProgramData\\media<sup>[10](https://kettle.com/a.pdf)</sup>\n")
                        .values(IndicatorType.FILEPATH))
                .containsExactly("C:\\ProgramData\\media");
    }

    @Test
    void asciiDocsMarksAreNoPartOfAPath() {
        assertThat(Extraction.of("# IOCs\n\n- ++%TEMP%\\kettle\\a.bin++\n- `C:\\Program Files\\Notepad++`\n")
                        .values(IndicatorType.FILEPATH))
                .containsExactly("%TEMP%\\kettle\\a.bin", "C:\\Program Files\\Notepad++");
    }
}
