package dev.harrier.cli;

import dev.harrier.lab.Lab;
import dev.harrier.lab.LabException;
import dev.harrier.lab.LoadReport;
import java.nio.file.Path;
import java.util.List;

/** Loads files and folders of events, and standard input, into a lab, saying what became of each. */
final class EventFeed {
    private static final String STANDARD_INPUT = "-";

    private EventFeed() {}

    /** Loads them in the order given; how bad the worst of them was. */
    static ExitCode load(Lab lab, List<Path> places, Console console) {
        ExitCode outcome = ExitCode.OK;
        for (Path place : places) {
            try {
                outcome = outcome.or(load(lab, place, console));
            } catch (LabException e) {
                outcome = outcome.or(failed(e, console));
            }
        }
        return outcome;
    }

    private static ExitCode load(Lab lab, Path place, Console console) {
        if (place.toString().equals(STANDARD_INPUT)) {
            return told(lab.load("standard input", System.in), console);
        }
        ExitCode outcome = ExitCode.OK;
        for (Path file : Lab.filesIn(place)) {
            outcome = outcome.or(file(lab, file, console));
        }
        return outcome;
    }

    /** One file of a folder that can't be read doesn't keep the others out. */
    private static ExitCode file(Lab lab, Path file, Console console) {
        try {
            return told(lab.load(file), console);
        } catch (LabException e) {
            return failed(e, console);
        }
    }

    private static ExitCode told(LoadReport report, Console console) {
        console.progress(LoadSummary.of(report));
        LoadSummary.complaints(report).forEach(console::complain);
        return report.badLines() > 0 ? ExitCode.CONTENT : ExitCode.OK;
    }

    private static ExitCode failed(LabException e, Console console) {
        console.complain(e.getMessage(), e);
        return LabOptions.exitCode(e);
    }
}
