package dev.harrier.cli;

import dev.harrier.lab.Lab;
import dev.harrier.lab.LabException;
import dev.harrier.lab.LabLimits;
import dev.harrier.measure.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The lab of a command about targets: the file it is kept in, and the events that go into it. */
final class LabOptions implements AutoCloseable {
    @Option(
            names = "--events",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Events to load into the lab: files and folders, - for standard input; JSON, CSV, Zeek, W3C, plain,"
                            + " .gz or .zst; Parquet.")
    private List<Path> events = List.of();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "How long to wait for another run that uses the lab's file, or validates with the same history."
                            + " Default: ${DEFAULT-VALUE}.")
    private long wait;

    @Option(names = "--lab", paramLabel = "FILE", description = "Keep the lab in this file. Default: in memory.")
    private Path file;

    private Lab lab;
    private ExitCode outcome = ExitCode.OK;

    /** Whether it outlives the program. */
    boolean isKept() {
        return file != null;
    }

    /** How long to wait for another run. */
    Duration patience() {
        return Duration.ofSeconds(wait);
    }

    /** What went wrong in loading events. */
    ExitCode outcome() {
        return outcome;
    }

    /** Opened on first use and loaded with the events that were named. */
    Lab lab(Console console) {
        if (lab == null) {
            lab = file == null ? Lab.inMemory() : Lab.at(file, LabLimits.DEFAULT, patience());
            outcome = outcome.or(EventFeed.load(lab, events, console));
        }
        return lab;
    }

    /** From the first event to the last, if a lab with events is used. */
    Optional<Window> span() {
        return Optional.ofNullable(lab).flatMap(Lab::span);
    }

    static ExitCode exitCode(LabException e) {
        return switch (e.kind()) {
            case UNREADABLE, BUSY -> ExitCode.USAGE;
            case CUT_SHORT -> ExitCode.CONTENT;
            case STORAGE -> ExitCode.INTERNAL;
        };
    }

    @Override
    public void close() {
        if (lab != null) {
            lab.close();
        }
    }
}
