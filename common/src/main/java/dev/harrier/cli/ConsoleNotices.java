package dev.harrier.cli;

import dev.harrier.operate.Notices;
import dev.harrier.operate.Problem;
import java.util.HashSet;
import java.util.Set;

/** Says on the console what happens, each problem once, and keeps the gravest of it. Thread-safe. */
final class ConsoleNotices implements Notices {
    private final Console console;
    private final Set<String> said = new HashSet<>();
    private ExitCode outcome = ExitCode.OK;

    ConsoleNotices(Console console) {
        this.console = console;
    }

    @Override
    public void progress(String text) {
        console.progress(text);
    }

    @Override
    public synchronized void problem(Problem problem) {
        outcome = outcome.or(code(problem.gravity()));
        if (said.add(problem.message())) {
            console.complain(problem.message());
        }
    }

    /** The gravest problem so far. */
    synchronized ExitCode outcome() {
        return outcome;
    }

    static ExitCode code(Problem.Gravity gravity) {
        return switch (gravity) {
            case FINDING -> ExitCode.FINDINGS;
            case PARTIAL -> ExitCode.PARTIAL;
            case REMOTE -> ExitCode.REMOTE;
            case CONTENT -> ExitCode.CONTENT;
            case CONFIGURATION -> ExitCode.USAGE;
        };
    }
}
