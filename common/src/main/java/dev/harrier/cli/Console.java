package dev.harrier.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The only place that prints: data on standard output, progress and complaints on standard error. */
final class Console {
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?=::|##\\[)");

    private final PrintStream out;
    private final PrintStream err;
    private final boolean quiet;
    private final boolean debug;

    Console(PrintStream out, PrintStream err, boolean quiet, boolean debug) {
        this.out = out;
        this.err = err;
        this.quiet = quiet;
        this.debug = debug;
    }

    /** The process's own streams, UTF-8 whatever the locale. */
    static Console ofProcess(boolean quiet, boolean debug) {
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                quiet,
                debug);
    }

    /** Data: what a script reads. Nothing to say is no line, not an empty one. */
    void data(String text) {
        if (!text.isEmpty()) {
            out.println(noCommand(text));
        }
    }

    /** A command to the build service that runs us; made of our own words and escaped values. */
    void command(String text) {
        out.println(text);
    }

    /** On GitHub a line that begins like this is an instruction, and an article's title may begin a line. */
    private static String noCommand(String text) {
        return COMMAND.matcher(text).replaceAll(" ");
    }

    /** Progress, left out when quiet. */
    void progress(String text) {
        if (!quiet) {
            err.println(noCommand(Printable.of(text)));
        }
    }

    /** A complaint, never left out. */
    void complain(String text) {
        err.println("harrier: " + Printable.of(text));
    }

    /** A complaint, with the stack trace only when debugging. */
    void complain(String text, Throwable cause) {
        complain(text);
        if (debug) {
            cause.printStackTrace(err);
        }
    }
}
