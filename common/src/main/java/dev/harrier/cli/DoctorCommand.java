package dev.harrier.cli;

import dev.harrier.connector.Check;
import dev.harrier.operate.Target;
import dev.harrier.report.DoctorJson;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: can the targets be used? Exit code 4 if one can't, 1 if one can with reservations. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    /** How checks are written. */
    enum Output {
        table,
        ndjson,
        json
    }

    @Option(names = "--output", defaultValue = "table", description = "${COMPLETION-CANDIDATES}.")
    private Output output;

    @Mixin
    private Workspace workspace;

    @Mixin
    private ConsoleOptions options;

    /** A check and the target that it is about. */
    private record Finding(String target, Check check) {
        String json() {
            return DoctorJson.line(target, check.name(), check.state().word(), check.finding(), check.wayOut());
        }
    }

    @Override
    public Integer call() {
        Console console = options.console();
        try (Workspace open = workspace) {
            TargetProblems problems = open.open(console);
            List<Finding> findings = new ArrayList<>();
            if (output != Output.table) {
                problems.byTarget()
                        .forEach((target, wrong) -> wrong.forEach(one -> findings.add(misconfigured(target, one))));
            }
            for (Target target : open.opened()) {
                target.connector().doctor().forEach(check -> findings.add(new Finding(target.name(), check)));
            }
            show(findings, console);
            problems.throwIfAny();
            return outcome(findings).number();
        }
    }

    /** A person reads of it among the complaints, a machine where it reads. */
    private static Finding misconfigured(String target, String problem) {
        return new Finding(
                target,
                Check.failed("settings", problem, "mend it in harrier.yml or in the environment variable named there"));
    }

    private void show(List<Finding> findings, Console console) {
        switch (output) {
            case table -> console.data(table(findings));
            case ndjson -> findings.forEach(finding -> console.data(finding.json()));
            case json ->
                console.data("["
                        + String.join(
                                ",\n ", findings.stream().map(Finding::json).toList()) + "]");
        }
    }

    /** The ways out are below the table, whole: a table cuts long cells. */
    private static String table(List<Finding> findings) {
        TextTable table = new TextTable("TARGET", "CHECK", "STATE", "FINDING");
        StringBuilder ways = new StringBuilder();
        for (Finding finding : findings) {
            Check check = finding.check();
            table.row(finding.target(), check.name(), check.state().word(), check.finding());
            if (check.state() != Check.State.OK) {
                ways.append("\n\n")
                        .append(finding.target())
                        .append(' ')
                        .append(check.name())
                        .append(": ");
                ways.append(Printable.of(check.finding())).append("\n  → ").append(Printable.of(check.wayOut()));
            }
        }
        return table.rows() == 0 ? "" : table.text() + ways;
    }

    private static ExitCode outcome(List<Finding> findings) {
        ExitCode outcome = ExitCode.OK;
        for (Finding finding : findings) {
            outcome = switch (finding.check().state()) {
                case FAILED -> outcome.or(ExitCode.REMOTE);
                case WARNING -> outcome.or(ExitCode.FINDINGS);
                case OK, UNKNOWN -> outcome;
            };
        }
        return outcome;
    }
}
