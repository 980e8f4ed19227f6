package dev.harrier.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command about targets: their options, and an exit code of all that went wrong. */
abstract class TargetCommand implements Callable<Integer> {
    @Mixin
    private Workspace workspace;

    @Mixin
    private ConsoleOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public final Integer call() {
        Console console = options.console();
        try (Workspace open = workspace) {
            ConsoleNotices notices = new ConsoleNotices(console);
            Session session = new Session(console, notices, open, spec.commandLine(), Clock.systemUTC());
            ExitCode code = run(session).or(open.outcome()).or(notices.outcome());
            if (writes()) {
                open.sayWhatIsLost(console);
            }
            return code.number();
        }
    }

    /** Whether this call is to change targets. */
    boolean writes() {
        return false;
    }

    /** Does it; what the notices and the workspace hold against it is added. */
    abstract ExitCode run(Session session);
}
