package dev.harrier.report.validation;

import dev.harrier.report.ValidationReport;
import dev.harrier.report.WorkflowCommand;
import dev.harrier.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A validation's findings as annotations of a GitHub Actions job: what was raised, what failed, what drifted. */
public final class ValidationAnnotations {
    /** GitHub shows ten warnings a step, and drops the rest without a word. */
    private static final int MOST = 10;

    private ValidationAnnotations() {}

    /** Workflow commands, a line each; the last counts what is left out. */
    public static List<String> of(ValidationReport report) {
        List<String> all = new ArrayList<>();
        report.verdicts().stream()
                .filter(verdict -> verdict.verdict() == Verdict.RAISED)
                .forEach(verdict -> all.add(
                        warning("raised on " + verdict.target(), verdict.hunt().title() + ": " + verdict.reason())));
        report.verdicts().stream()
                .filter(verdict -> verdict.verdict() == Verdict.ERROR)
                .forEach(verdict -> all.add(warning(
                        "no answer from " + verdict.target(), verdict.hunt().title() + ": " + verdict.reason())));
        Deviation.findings(report)
                .forEach(each -> all.add(warning(
                        each.kind().word() + " on " + each.target(),
                        each.change().name() + ": " + each.words())));
        return all.size() <= MOST ? all : cut(all);
    }

    private static List<String> cut(List<String> all) {
        List<String> shown = new ArrayList<>(all.subList(0, MOST - 1));
        shown.add(warning("validation", all.size() - MOST + 1 + " more findings; the report holds them all"));
        return shown;
    }

    private static String warning(String title, String message) {
        return WorkflowCommand.of("warning", Map.of("title", title), message);
    }
}
