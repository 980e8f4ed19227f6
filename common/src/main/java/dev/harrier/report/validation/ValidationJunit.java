package dev.harrier.report.validation;

import dev.harrier.report.Junit;
import dev.harrier.report.JunitCase;
import dev.harrier.report.ValidationReport;
import dev.harrier.report.ValidationReport.Pack;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * JUnit's XML: a suite per target, a case per hunt. As {@code --fail-on} does by default, drift of the hunt's object is a failure and a
 * count without an answer an error; what could not be searched is skipped, and a hit, which is what a hunt is for, passes and is told in
 * the case's output.
 */
final class ValidationJunit {
    private final ReportView view;
    private final Map<String, List<Deviation>> drift = new HashMap<>();

    private ValidationJunit(ReportView view) {
        this.view = view;
        Deviation.findings(view.report())
                .forEach(deviation -> deviation.change().hunt().ifPresent(hunt -> drift.computeIfAbsent(
                                deviation.target() + " " + hunt, key -> new ArrayList<>())
                        .add(deviation)));
    }

    static String of(ValidationReport report) {
        return Junit.suites(
                "harrier validate", new ValidationJunit(new ReportView(report)).suites(report), report.at());
    }

    private Map<String, List<JunitCase>> suites(ValidationReport report) {
        Map<String, List<JunitCase>> suites = new LinkedHashMap<>();
        report.targets().forEach(target -> suites.put(target.name(), new ArrayList<>()));
        report.verdicts().forEach(verdict -> suites.getOrDefault(verdict.target(), new ArrayList<>())
                .add(testCase(verdict)));
        return suites;
    }

    private JunitCase testCase(HuntVerdict verdict) {
        String pack = view.pack(verdict.hunt().id()).map(Pack::name).orElse("no pack");
        String words = verdict.verdict().word() + ": " + verdict.reason();
        Optional<String> drifted = drift
                .getOrDefault(verdict.target() + " " + verdict.hunt().id(), List.of())
                .stream()
                .map(Deviation::words)
                .findFirst();
        boolean error = verdict.verdict() == Verdict.ERROR;
        boolean unseen = verdict.verdict() == Verdict.BLIND || verdict.verdict() == Verdict.INCOMPLETE;
        return new JunitCase(
                verdict.target() + "." + pack,
                verdict.hunt().title() + " (" + verdict.hunt().id() + ")",
                error ? Optional.empty() : drifted,
                error ? Optional.of(words) : Optional.empty(),
                unseen && drifted.isEmpty() ? Optional.of(words) : Optional.empty(),
                words + "\nhits: " + CountWords.events(verdict.count()) + others(verdict));
    }

    private String others(HuntVerdict verdict) {
        return view
                .target(verdict.target())
                .map(target -> OtherNumbers.all(target, verdict.hunt().id()))
                .orElse(List.of())
                .stream()
                .map(each -> "\n" + each)
                .collect(Collectors.joining());
    }
}
