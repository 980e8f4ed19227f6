package dev.harrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A page per command, made of the model that parses it. {@code scripts/golden} writes the pages anew. */
class CommandPagesTest {
    private static final Path FOLDER = Path.of("docs/commands");

    @Test
    void everyCommandHasThePageThatItsModelGives() throws IOException {
        Map<String, String> pages = pages();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(pages.keySet());
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertThat(Files.readString(FOLDER.resolve(page.getKey())))
                    .as("%s: scripts/golden renews it", page.getKey())
                    .isEqualTo(page.getValue());
        }
    }

    /** Writes the pages into the folder that is given. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> page : pages().entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        Map<String, CommandLine> commands = HarrierCommand.whole().getSubcommands();
        StringBuilder list = new StringBuilder(
                "# Commands\n\nMade of the program's own model by `scripts/golden`.\n\n| command | does |\n|---|---|\n");
        for (Subcommand command : Subcommand.ALL) {
            list.append("| [")
                    .append(command.name())
                    .append("](")
                    .append(command.name())
                    .append(".md) | ")
                    .append(cell(command.description()))
                    .append(" |\n");
            pages.put(
                    command.name() + ".md",
                    page(command, commands.get(command.name()).getCommandSpec()));
        }
        pages.put("README.md", list.toString());
        return pages;
    }

    private static String page(Subcommand command, CommandSpec spec) {
        List<String> lines =
                new ArrayList<>(List.of("# harrier " + command.name(), "", command.description(), "", "```"));
        lines.add(("harrier " + command.name() + " [OPTION…] "
                        + spec.positionalParameters().stream()
                                .map(CommandPagesTest::place)
                                .collect(Collectors.joining(" ")))
                .strip());
        lines.addAll(List.of("```", "", "| argument | meaning |", "|---|---|"));
        spec.positionalParameters().forEach(place -> lines.add(row(place(place), place)));
        spec.options().stream()
                .sorted((one, other) -> one.longestName().compareTo(other.longestName()))
                .forEach(option -> lines.add(row(names(option), option)));
        return String.join("\n", lines) + "\n";
    }

    private static String place(PositionalParamSpec place) {
        String more = place.isMultiValue() ? "…" : "";
        return place.arity().min() == 0 ? "[" + place.paramLabel() + more + "]" : place.paramLabel() + more;
    }

    private static String names(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }

    private static String row(String name, ArgSpec argument) {
        String text = Stream.of(argument.description())
                .map(line -> line.replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()))
                        .replace("${COMPLETION-CANDIDATES}", candidates(argument)))
                .collect(Collectors.joining(" "));
        return "| `" + name.replace("|", "\\|") + "` | " + cell(text) + " |";
    }

    private static String candidates(ArgSpec argument) {
        List<String> words = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(words::add);
        }
        return String.join(", ", words);
    }

    private static String cell(String text) {
        return text.replace("%n", " ").replace("%%", "%").replace("|", "\\|").replace("<", "&lt;");
    }
}
