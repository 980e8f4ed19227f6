package dev.harrier.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command that all others hang from. */
@Command(
        name = "harrier",
        description = "Articles in, hunts out, hits back.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class HarrierCommand implements Runnable {

    static int run(String... args) {
        return new CommandLine(new HarrierCommand()).execute(args);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.err);
    }
}
