package dev.harrier.cli;

import dev.harrier.operate.Deadline;
import dev.harrier.operate.Validation;
import dev.harrier.pack.SavedPacks;
import dev.harrier.report.ValidationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code measure}: hit counts, coverage, verdicts and confirmed severity of packs now, deployed or not. Writes nothing to a target. */
@Command(name = "measure", mixinStandardHelpOptions = true)
final class MeasureCommand extends PackCommand {
    @Option(
            names = "--days",
            defaultValue = "7",
            paramLabel = "NUMBER",
            description =
                    "Look at so many whole UTC days before today, or at all days of the lab. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Mixin
    private ReportOptions reports;

    @Override
    ExitCode run(Session session, SavedPacks packs) {
        Deadline deadline = Deadline.in(session.configuration().validation().deadline(), session.clock());
        Validation.Wish wish = ValidationDays.look(session, days, deadline);
        ValidationReport report = new Validation(wish, session.workspace().ledger(), session.clock(), session.notices())
                .run(packs, session.targets());
        session.console().data(ValidationTable.of(report));
        reports.write(report, session.console());
        return ExitCode.OK;
    }
}
