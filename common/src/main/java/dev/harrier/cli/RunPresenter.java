package dev.harrier.cli;

import dev.harrier.pack.PackFolder;
import dev.harrier.report.HtmlReport;
import dev.harrier.report.RunReport;
import java.nio.file.Path;

/** Shows a run on the terminal and leaves its pack and its HTML report on disk. */
final class RunPresenter {
    private final Console console;
    private final PackFolder packs;

    RunPresenter(Console console, PackFolder packs) {
        this.console = console;
        this.packs = packs;
    }

    /** Returns the pack's folder. */
    Path show(RunReport report) {
        Path folder = packs.write(report.pack());
        Path html = PackFolder.addReport(folder, "report.html", HtmlReport.of(report));
        console.data(Printable.of(report.pack().article().title()));
        console.data(PackSummary.of(report.pack()).strip());
        if (report.pack().hunts().isEmpty()) {
            report.pack()
                    .leftOut()
                    .forEach(left -> console.data(Printable.of("  " + left.what() + ": " + left.reason())));
            report.pack().toCheck().forEach(check -> console.data(Printable.of("  to check: " + check)));
        } else {
            console.data("\n" + VerdictTable.of(report) + "\n");
            console.data(VerdictTable.severity(report));
        }
        console.data("pack   " + folder + "\nreport " + html + "\n");
        return folder;
    }
}
