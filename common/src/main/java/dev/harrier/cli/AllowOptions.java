package dev.harrier.cli;

import dev.harrier.evidence.AllowedValue;
import dev.harrier.evidence.Allowlist;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the site knows to be its own or harmless, of the commands that read articles. */
final class AllowOptions {
    @Option(
            names = "--allow",
            paramLabel = "FILE",
            description =
                    "Drop what your site knows to be its own or harmless. An entry a line: a domain (and the names"
                            + " below it), *.name (only those below it), an IP address or network, or any indicator's exact"
                            + " value; # begins a comment. May be repeated.")
    private List<Path> files = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Reads the files.
     *
     * @throws ParameterException naming every file that can't be read and every entry that can't be honoured
     */
    Allowlist allowlist() {
        List<AllowedValue> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        files.forEach(file -> read(file, entries, problems));
        entries.forEach(e -> e.problem().ifPresent(p -> problems.add(e.origin() + ": " + p)));
        if (!problems.isEmpty()) {
            throw new ParameterException(command.commandLine(), "--allow: " + String.join("\n", problems));
        }
        return Allowlist.of(entries);
    }

    private static void read(Path file, List<AllowedValue> entries, List<String> problems) {
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                add(lines.get(i), file + ":" + (i + 1), entries);
            }
        } catch (IOException e) {
            problems.add(file + ": " + reason(e));
        }
    }

    /** A comment stands on a line of its own, or behind a blank. */
    private static void add(String line, String origin, List<AllowedValue> entries) {
        String entry = line.replaceFirst("^\ufeff", "").replaceFirst("(?:^|\\s)#.*", "");
        if (!entry.isBlank()) {
            entries.add(new AllowedValue(entry, origin));
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "does not exist";
        }
        return e instanceof CharacterCodingException ? "is not UTF-8" : e.getMessage();
    }
}
