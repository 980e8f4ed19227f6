package dev.harrier.dist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.rehearsal.Rehearsal;
import dev.harrier.rehearsal.Unsigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher makes its class-data archive of. */
class RehearsalTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("slow")
    void aCountIsRehearsedToItsEnd() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rehearsal.class.getName(),
                        folder.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        process.getOutputStream().close();

        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(out)).contains("confirmed", "1 event on 1 host");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void aSignedJarIsCopiedWithoutItsSignatureAndNoOther() throws IOException {
        Path jars = Files.createDirectories(folder.resolve("jars"));
        Path signed = jar(
                jars.resolve("signed.jar"), "META-INF/MANIFEST.MF", "META-INF/MS.SF", "META-INF/MS.RSA", "a/B.class");
        jar(jars.resolve("plain.jar"), "META-INF/MANIFEST.MF", "a/C.class", "a/META-INF/D.SF");
        Files.setLastModifiedTime(signed, FileTime.fromMillis(1_700_000_000_999L));
        Path copies = folder.resolve("copies");

        Unsigned.main(new String[] {jars.toString(), copies.toString()});

        Path copy = copies.resolve("signed.jar");
        assertThat(copies)
                .isDirectoryContaining(file -> file.equals(copy))
                .isDirectoryNotContaining("glob:**plain.jar");
        assertThat(names(copy)).containsExactly("META-INF/MANIFEST.MF", "a/B.class");
        assertThat(Files.getLastModifiedTime(copy)).isEqualTo(FileTime.fromMillis(1_700_000_000_000L));
    }

    private static Path jar(Path file, String... names) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(UTF_8));
            }
        }
        return file;
    }

    private static List<String> names(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).collect(Collectors.toList());
        }
    }
}
