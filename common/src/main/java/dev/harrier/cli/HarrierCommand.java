package dev.harrier.cli;

import dev.harrier.connector.ConnectorException;
import dev.harrier.lab.LabException;
import dev.harrier.pack.PackException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that all others hang from. */
@Command(
        name = "harrier",
        description = "Articles in, hunts out, hits back.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            ExtractCommand.class,
            GenerateCommand.class,
            RunCommand.class,
        })
final class HarrierCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static int run(String... args) {
        return new CommandLine(new HarrierCommand())
                .setParameterExceptionHandler(HarrierCommand::misused)
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, parsed.originalArgs()))
                .execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }

    private static int misused(ParameterException e, String[] args) {
        Console console = Console.ofProcess(false, debug(args));
        console.complain(e.getMessage(), e);
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, System.err)) {
            console.progress(e.getCommandLine().getUsageMessage());
        }
        return ExitCode.USAGE.number();
    }

    private static int failed(Exception e, List<String> args) {
        Console console = Console.ofProcess(false, args.contains("--debug"));
        if (e instanceof ConnectorException refused) {
            console.complain(refused.getMessage(), refused);
            return HuntRun.exitCode(refused).number();
        }
        if (e instanceof PackException) {
            console.complain(e.getMessage(), e);
            return ExitCode.USAGE.number();
        }
        if (e instanceof LabException failed) {
            console.complain(failed.getMessage(), failed);
            return Workspace.exitCode(failed).number();
        }
        console.complain("internal error, please report it (--debug shows where): " + e, e);
        return ExitCode.INTERNAL.number();
    }

    private static boolean debug(String[] args) {
        return List.of(args).contains("--debug");
    }
}
