package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site's values for placeholders, given to {@code lint} and {@code convert} on the command line. */
class LintValuesTest {
    private static final String RULE = """
            title: Administrator of the site starts a shell
            id: 839b8d02-0e6c-5b75-a4ab-ae383c48980d
            description: A shell is started by an administrator of the site.
            tags:
                - attack.execution
                - attack.t1059.001
            logsource:
                category: process_creation
                product: windows
            detection:
                sel:
                    Image|endswith: '\\powershell.exe'
                    User|expand: '%admins%'
                condition: sel
            falsepositives:
                - Unknown
            level: high
            """;

    @TempDir
    private Path folder;

    private Harrier harrier;

    @BeforeEach
    void rule() throws IOException {
        harrier = new Harrier(folder);
        Files.writeString(folder.resolve("rule.yml"), RULE);
        Files.writeString(folder.resolve("values.yml"), "admins:\n    - corp\\alice\n    - corp\\bob\n");
    }

    @Test
    void withTheSitesValuesARuleIsWhole() throws Exception {
        Harrier.Run lint = harrier.run("lint", "rule.yml", "--values", "values.yml");
        Harrier.Run converted = harrier.run("convert", "rule.yml", "--target", "splunk", "--values", "values.yml");

        assertThat(lint.exit()).as(lint.out() + lint.err()).isZero();
        assertThat(lint.out()).doesNotContain("placeholder");
        assertThat(converted.exit()).isZero();
        assertThat(converted.out()).contains("alice", "bob");
    }

    @Test
    void withoutThemThePlaceIsNamed() throws Exception {
        Harrier.Run lint = harrier.run("lint", "rule.yml", "--level", "note");

        assertThat(lint.out()).contains("rule.yml:", "placeholder %admins% has no values; none are given");
    }

    @Test
    void allThatIsWrongWithTheFileIsSaidWithItsLines() throws Exception {
        Files.writeString(folder.resolve("bad.yml"), "admins: {a: b}\nhosts:\n    - one\nports: {c: d}\n");
        for (String command : new String[] {"lint", "convert"}) {
            Harrier.Run run = command.equals("lint")
                    ? harrier.run("lint", "rule.yml", "--values", "bad.yml")
                    : harrier.run("convert", "rule.yml", "--target", "splunk", "--values", "bad.yml");

            assertThat(run.exit()).as(run.err()).isEqualTo(3);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("bad.yml:1", "bad.yml:4").doesNotContain("bad.yml:2");
        }
    }

    @Test
    void aFileThatIsNotThereIsSaid() throws Exception {
        Harrier.Run run = harrier.run("lint", "rule.yml", "--values", "nowhere.yml");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("nowhere.yml");
    }
}
