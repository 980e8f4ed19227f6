package dev.harrier.cli;

import dev.harrier.lab.LoadReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What became of a file of events, in a line; and its bad lines, each with its place. */
final class LoadSummary {
    private LoadSummary() {}

    static String of(LoadReport report) {
        String kinds = report.loaded().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
        return "loaded " + Counted.of(report.events(), "event") + " from " + report.name()
                + (kinds.isEmpty() ? "" : " (" + kinds + ")") + "; " + report.otherEvents()
                + " of kinds that no hunt looks at";
    }

    static List<String> complaints(LoadReport report) {
        List<String> complaints = new ArrayList<>();
        report.bad().forEach(bad -> complaints.add(report.name() + ":" + bad.line() + ": " + bad.reason()));
        if (report.badLines() > report.bad().size()) {
            complaints.add(report.name() + ": … and "
                    + (report.badLines() - report.bad().size()) + " more bad lines");
        }
        report.cutShort().ifPresent(why -> complaints.add(report.name() + ": " + why));
        return complaints;
    }
}
