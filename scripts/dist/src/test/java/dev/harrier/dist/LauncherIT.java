package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what has been assembled, as a user does. */
class LauncherIT {
    @TempDir
    private Path folder;

    @Test
    void answersTheVersion() throws IOException, InterruptedException {
        assertThat(outputOf(launcher(), "--version")).matches("harrier \\S+\n");
    }

    @Test
    void runsThroughASymbolicLink() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("with a space"), launcher());
        assertThat(outputOf(link, "--version")).matches("harrier \\S+\n");
        Files.delete(link);
    }

    @Test
    void printsHelpOnStandardOutput() throws IOException, InterruptedException {
        assertThat(outputOf(launcher(), "--help")).startsWith("Usage: harrier");
    }

    private static Path launcher() {
        return Path.of(System.getProperty("harrier.launcher")).toAbsolutePath().normalize();
    }

    private String outputOf(Path program, String argument) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(List.of(program.toString(), argument))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
