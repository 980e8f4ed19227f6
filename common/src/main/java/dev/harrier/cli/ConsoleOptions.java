package dev.harrier.cli;

import picocli.CommandLine.Option;

/** Options of every command. */
final class ConsoleOptions {
    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, only data and complaints.")
    boolean quiet;

    @Option(names = "--debug", description = "Stack traces with complaints.")
    boolean debug;

    Console console() {
        return Console.ofProcess(quiet, debug);
    }
}
