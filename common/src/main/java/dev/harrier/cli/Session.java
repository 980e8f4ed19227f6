package dev.harrier.cli;

import dev.harrier.config.Configuration;
import dev.harrier.connector.ConnectorException;
import dev.harrier.operate.Application;
import dev.harrier.operate.Problem;
import dev.harrier.operate.Target;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;

/** One call of a command that is about targets: where it speaks, what it found wrong, and the targets that were asked for. */
record Session(Console console, ConsoleNotices notices, Workspace workspace, CommandLine command, Clock clock) {
    /** The targets, opened on first use. */
    List<Target> targets() {
        return workspace.targets(console);
    }

    Configuration configuration() {
        return workspace.configuration();
    }

    /** A target that could not be listed: a problem, and a line where its line would be. */
    void unlisted(Target target, ConnectorException why) {
        notices.problem(Problem.of(why));
        console.data(target.name() + ": nothing was done, for it could not be listed");
    }

    /** Something that writes to targets, under a name of its own in the log. */
    Application application(String run) {
        return new Application(run, workspace.deployment(), workspace.deploymentLog(), clock, notices);
    }

    /** What this call is named in the log of changes. */
    String runName() {
        return RunName.of(clock);
    }
}
