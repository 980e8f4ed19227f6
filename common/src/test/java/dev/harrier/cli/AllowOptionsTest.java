package dev.harrier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.evidence.Allowlist;
import dev.harrier.evidence.IndicatorType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class AllowOptionsTest {
    @Command(name = "reading")
    private static final class Reading {
        @Mixin
        private AllowOptions allowed;
    }

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Allowlist read(Path... files) {
        Reading reading = new Reading();
        CommandLine line = new CommandLine(reading);
        String[] words = new String[files.length * 2];
        for (int i = 0; i < files.length; i++) {
            words[2 * i] = "--allow";
            words[2 * i + 1] = files[i].toString();
        }
        line.parseArgs(words);
        return reading.allowed.allowlist();
    }

    @Test
    void readsEveryFileAndNamesTheLine() throws IOException {
        Path ours = file("ours.txt", "# ours\n\nodd-bank.com   # the bank\r\n");
        Path nets = file("nets.txt", "45.77.0.0/16\n");
        Allowlist site = read(ours, nets);
        assertThat(site.origin(IndicatorType.DOMAIN, "a.odd-bank.com")).contains(ours + ":3");
        assertThat(site.origin(IndicatorType.IPV4, "45.77.1.1")).contains(nets + ":1");
    }

    @Test
    void namesEveryProblemAtOnce() throws IOException {
        Path wrong = file("wrong.txt", "1.2.3.4/40\nodd-bank.com\n*.com\n");
        Path latin = file("latin.txt", "b\u00fccher.de\n");
        assertThatThrownBy(() -> read(wrong, latin, folder.resolve("none.txt")))
                .isInstanceOf(ParameterException.class)
                .hasMessageContainingAll(
                        wrong + ":1: ", wrong + ":3: ", latin + ": is not UTF-8", "none.txt: does not exist");
    }

    @Test
    void withoutAFileNothingIsAllowed() {
        assertThat(read().origin(IndicatorType.DOMAIN, "odd-bank.com")).isEmpty();
    }
}
