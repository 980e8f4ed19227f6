package dev.harrier.operate;

import dev.harrier.connector.Connector;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.ChangeWords;
import dev.harrier.hunt.Hunt;
import dev.harrier.measure.ScannedBytes;
import dev.harrier.pack.SavedPack;
import dev.harrier.report.ValidationReport;
import dev.harrier.verdict.SeverityConfirmation;
import dev.harrier.verdict.SeverityRules;
import java.util.ArrayList;
import java.util.List;

/** What was found of targets and packs, as a report holds it. */
final class Reported {
    private Reported() {}

    static ValidationReport.Target target(TargetVerdicts of) {
        List<ChangeWords> changes = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        of.plan().ifPresent(plan -> {
            plan.plan().changes().stream()
                    .filter(change -> !(change instanceof Change.Keep))
                    .map(ChangeWords::of)
                    .forEach(changes::add);
            plan.unwanted().forEach(remote -> unwanted.add(remote.name()));
        });
        return new ValidationReport.Target(
                of.hunts().target().name(),
                changes,
                unwanted,
                of.coverage(),
                of.states(),
                of.hunts().queries(),
                of.runs(),
                of.alerts(),
                scanned(of.hunts().target().connector()));
    }

    private static ScannedBytes scanned(Connector connector) {
        return new ScannedBytes(connector.scannedBytes(), connector.scannedByHunt());
    }

    static ValidationReport.Pack pack(SavedPack pack, List<TargetVerdicts> verdicts) {
        List<SeverityConfirmation> confirmations = pack.severity().stream()
                .flatMap(severity -> verdicts.stream()
                        .map(of ->
                                SeverityRules.confirm(of.hunts().target().name(), severity, of.verdicts(pack.hunts()))))
                .toList();
        return new ValidationReport.Pack(
                pack.name(),
                pack.title(),
                pack.url(),
                pack.severity(),
                pack.hunts().stream().map(Hunt::id).toList(),
                confirmations);
    }
}
