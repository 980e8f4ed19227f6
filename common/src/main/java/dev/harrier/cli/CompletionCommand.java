package dev.harrier.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

/** {@code completion}: a script that teaches a shell our commands and options. */
@Command(name = "completion", mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    /** Shells that can be taught. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private Shell shell;

    @Mixin
    private ConsoleOptions options;

    @Override
    public Integer call() {
        CommandLine root = HarrierCommand.whole();
        options.console().data(shell == Shell.fish ? fish(root) : bash(root));
        return ExitCode.OK.number();
    }

    private String bash(CommandLine root) {
        String script = AutoComplete.bash("harrier", root);
        return shell == Shell.zsh ? "autoload -U +X bashcompinit && bashcompinit\n" + script : script;
    }

    private static String fish(CommandLine root) {
        List<String> lines = new ArrayList<>(List.of("complete -c harrier -f"));
        root.getSubcommands().forEach((name, command) -> {
            lines.add("complete -c harrier -n __fish_use_subcommand -a " + name + " -d "
                    + quoted(String.join(
                            " ", command.getCommandSpec().usageMessage().description())));
            for (OptionSpec option : command.getCommandSpec().options()) {
                lines.add(fish(name, option));
            }
        });
        lines.add("complete -c harrier -n 'not __fish_use_subcommand' -F");
        return String.join("\n", lines);
    }

    private static String fish(String command, OptionSpec option) {
        StringBuilder line = new StringBuilder("complete -c harrier -n '__fish_seen_subcommand_from " + command + "'");
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            line.append(" -r");
        }
        return line.append(" -d ")
                .append(quoted(String.join(" ", option.description())))
                .toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
