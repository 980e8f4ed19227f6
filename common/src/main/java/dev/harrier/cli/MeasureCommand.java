package dev.harrier.cli;

import dev.harrier.operate.Deadline;
import dev.harrier.operate.Validation;
import dev.harrier.pack.SavedPacks;
import dev.harrier.report.ValidationReport;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code measure}: hit counts, coverage, verdicts and confirmed severity of packs now, deployed or not. Writes nothing to a target. */
@Command(name = "measure", mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {
    @Mixin
    private PackInputs packs;

    @Option(
            names = "--days",
            defaultValue = "7",
            paramLabel = "NUMBER",
            description =
                    "Look at so many whole UTC days before today, or at all days of the lab. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Mixin
    private ReportOptions reports;

    @Mixin
    private Workspace workspace;

    @Mixin
    private ConsoleOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = options.console();
        try (Workspace open = workspace) {
            Clock clock = Clock.systemUTC();
            SavedPacks read = packs.read(open, console);
            ConsoleNotices notices = new ConsoleNotices(console);
            Deadline deadline = Deadline.in(open.configuration().validation().deadline(), clock);
            Validation.Wish wish = ValidationDays.look(open, days, deadline, console, spec, clock);
            ValidationReport report = new Validation(wish, open.ledger(), clock, notices)
                    .run(read, open.targets(console, spec.commandLine()));
            console.data(ValidationTable.of(report));
            reports.write(report, console);
            return PackInputs.outcome(read)
                    .or(open.outcome())
                    .or(notices.outcome())
                    .number();
        }
    }
}
