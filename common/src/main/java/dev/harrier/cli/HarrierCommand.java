package dev.harrier.cli;

import dev.harrier.attack.EditDistance;
import dev.harrier.config.ConfigurationException;
import dev.harrier.connector.ConnectorException;
import dev.harrier.history.HistoryException;
import dev.harrier.lab.LabException;
import dev.harrier.operate.Problem;
import dev.harrier.pack.PackException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command that all others hang from. */
@Command(
        name = "harrier",
        description = "Articles in, hunts out, hits back.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class HarrierCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static int run(String... args) {
        CommandLine root = new CommandLine(new HarrierCommand());
        List<String> words = Arrays.asList(args);
        Subcommand.ALL.forEach(command -> command.addTo(root, words.contains(command.name())));
        return root.setParameterExceptionHandler(HarrierCommand::misused)
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, parsed.originalArgs()))
                .execute(args);
    }

    /** All commands in full, which costs a while. */
    static CommandLine whole() {
        CommandLine root = new CommandLine(new HarrierCommand());
        Subcommand.ALL.forEach(command -> command.addTo(root, true));
        return root;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }

    private static int misused(ParameterException e, String[] args) {
        Console console = Console.ofProcess(false, Arrays.asList(args).contains("--debug"));
        console.complain(e.getMessage() + suggestion(e), e);
        console.progress(e.getCommandLine().getUsageMessage().strip());
        return ExitCode.USAGE.number();
    }

    /** What was meant by a word that is close to a command or an option. */
    private static String suggestion(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return "";
        }
        String written = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
        return unmatched.getSuggestions().stream()
                .map(String::strip)
                .filter(meant -> EditDistance.between(written, meant) <= Math.max(1, meant.length() / 3))
                .min(Comparator.comparingInt(meant -> EditDistance.between(written, meant)))
                .map(meant -> "; did you mean " + meant + "?")
                .orElse("");
    }

    private static int failed(Exception e, List<String> args) {
        Console console = Console.ofProcess(false, args.contains("--debug"));
        if (e instanceof ParameterException misuse) {
            return misused(misuse, args.toArray(new String[0]));
        }
        if (e instanceof ConnectorException refused) {
            console.complain(refused.getMessage(), refused);
            return ConsoleNotices.code(Problem.gravity(refused)).number();
        }
        boolean isUsage = e instanceof PackException
                || e instanceof ConfigurationException
                || e instanceof MisconfiguredException
                || e instanceof UnreadableException
                || e instanceof HistoryException;
        if (isUsage) {
            console.complain(e.getMessage(), e);
            return ExitCode.USAGE.number();
        }
        if (e instanceof LabException failed) {
            console.complain(failed.getMessage(), failed);
            return LabOptions.exitCode(failed).number();
        }
        console.complain("internal error, please report it (--debug shows where): " + e, e);
        return ExitCode.INTERNAL.number();
    }
}
