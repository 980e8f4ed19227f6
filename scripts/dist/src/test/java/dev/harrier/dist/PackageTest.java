package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/package} over a build of the test's own: the same bytes each time, with what belongs in and nothing else. */
class PackageTest {
    @TempDir
    private Path folder;

    private Path lib;

    @BeforeEach
    void aBuild() throws IOException {
        lib = Files.createDirectories(folder.resolve("home/lib"));
        Files.writeString(lib.resolve("one.jar"), "one");
        Files.writeString(lib.resolve("stale.jar"), "of an older build");
        Files.writeString(lib.resolve("harrier-dist.jar"), "dist");
        Files.writeString(lib.resolveSibling("classpath"), "lib/one.jar\n");
    }

    @Test
    void twoArchivesOfTheSameBuildAreTheSameBytesWhateverTheClock() throws IOException, InterruptedException {
        byte[] first = Files.readAllBytes(archive("first"));
        Files.setLastModifiedTime(lib.resolve("one.jar"), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        assertThat(Files.readAllBytes(archive("second"))).isEqualTo(first);
    }

    @Test
    void theArchiveHoldsWhatTheClassPathNamesAndChecksumsOfAll() throws IOException, InterruptedException {
        Path archive = archive("out");
        assertThat(output("sh", "-c", "cd out && sha256sum -c --quiet *.sha256"))
                .isEmpty();
        output("tar", "-xzf", archive.toString(), "--strip-components=1");
        assertThat(output("sha256sum", "-c", "--quiet", "SHA256SUMS")).isEmpty();
        assertThat(folder.resolve("lib/stale.jar")).doesNotExist();
        assertThat(folder.resolve("bin/harrier")).isExecutable();
        assertThat(folder.resolve("lib/classpath")).hasContent("lib/one.jar:lib/harrier-dist.jar");
        assertThat(Files.readAllLines(folder.resolve("plugins/SHA256SUMS"))).allMatch(line -> line.startsWith("#"));
        assertThat(List.of("LICENSE", "README.md", "CHANGELOG.md", "harrier.schema.json", "docs/CONNECTOR.md"))
                .allSatisfy(name -> assertThat(folder.resolve(name)).exists());
    }

    private Path archive(String name) throws IOException, InterruptedException {
        Path script = Path.of("../package").toAbsolutePath().normalize();
        String said =
                output(script.toString(), "--no-build", folder.resolve(name).toString());
        String last = said.strip().lines().reduce("", (before, line) -> line);
        assertThat(last).as(said).endsWith(".tar.gz");
        return Path.of(last);
    }

    private String output(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("HARRIER_HOME_BUILT", folder.resolve("home").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
