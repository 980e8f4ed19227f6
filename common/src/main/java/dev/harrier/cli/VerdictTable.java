package dev.harrier.cli;

import dev.harrier.hunt.Hunt;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.report.RunReport;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.SeverityConfirmation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run on a terminal: one row per hunt, then what became of the severity. */
final class VerdictTable {
    private VerdictTable() {}

    static String of(RunReport report) {
        List<String> headings = new ArrayList<>(List.of("HUNT", "KIND", "EVENTS"));
        report.targets().forEach(target -> headings.add(heading(target)));
        headings.addAll(List.of("HOSTS", "VERDICT"));
        TextTable table = new TextTable(headings.toArray(new String[0]));
        report.pack().hunts().forEach(hunt -> table.row(cells(report, hunt)));
        return table.text();
    }

    static String severity(RunReport report) {
        return report.confirmations().stream().map(VerdictTable::line).collect(Collectors.joining("\n"));
    }

    private static String line(SeverityConfirmation confirmation) {
        String reason = confirmation.reasons().get(confirmation.reasons().size() - 1);
        return "severity on " + confirmation.target() + ": "
                + confirmation.prior().word() + " on paper → "
                + confirmation.posterior().word().toUpperCase(Locale.ROOT) + " here (" + reason + ")";
    }

    private static String heading(String target) {
        int colon = target.indexOf(':');
        return (colon < 0 ? target : target.substring(colon + 1)).toUpperCase(Locale.ROOT) + " HITS";
    }

    private static String[] cells(RunReport report, Hunt hunt) {
        List<String> cells = new ArrayList<>(
                List.of(hunt.title(), hunt.kind().word(), hunt.logic().kind().words()));
        List<HuntVerdict> verdicts = report.targets().stream()
                .map(target -> report.verdict(hunt.id(), target))
                .flatMap(Optional::stream)
                .toList();
        verdicts.forEach(verdict -> cells.add(hits(verdict.count())));
        cells.add(verdicts.stream().map(v -> hosts(v.count())).distinct().collect(Collectors.joining(" / ")));
        cells.add(verdicts.stream().map(v -> v.verdict().word()).distinct().collect(Collectors.joining(" / ")));
        return cells.toArray(new String[0]);
    }

    static String hits(HitCount count) {
        if (count instanceof HitCount.Counted counted) {
            String blocked = counted.hits().blockedWords();
            return counted.hits().events() + (blocked.isEmpty() ? "" : ", " + blocked);
        }
        if (count instanceof HitCount.AtLeast atLeast) {
            return "≥ " + atLeast.hits().events();
        }
        return count instanceof HitCount.Blind ? "blind" : "–";
    }

    private static String hosts(HitCount count) {
        return hitsOf(count).map(hits -> Long.toString(hits.hosts())).orElse("–");
    }

    private static Optional<Hits> hitsOf(HitCount count) {
        if (count instanceof HitCount.Counted counted) {
            return Optional.of(counted.hits());
        }
        return count instanceof HitCount.AtLeast atLeast ? Optional.of(atLeast.hits()) : Optional.empty();
    }
}
