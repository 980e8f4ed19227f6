package dev.harrier.report.lint;

import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.report.Junit;
import dev.harrier.report.JunitCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** JUnit's XML: one suite, one case per file, failed by errors; lesser findings are its output. */
public final class LintJunit {
    private LintJunit() {}

    /** The report as XML. */
    public static String of(LintReport report) {
        Map<String, List<LintRemark>> byFile = report.remarks().stream()
                .collect(Collectors.groupingBy(LintRemark::file, TreeMap::new, Collectors.toList()));
        List<JunitCase> cases = byFile.entrySet().stream()
                .map(file -> testCase(file.getKey(), file.getValue()))
                .toList();
        return Junit.of("harrier lint", cases, report.files());
    }

    private static JunitCase testCase(String file, List<LintRemark> remarks) {
        List<String> errors = words(remarks, Level.ERROR);
        return new JunitCase(
                "lint",
                file,
                Optional.of(String.join("\n", errors)).filter(text -> !errors.isEmpty()),
                Optional.empty(),
                String.join("\n", words(remarks, Level.NOTE)));
    }

    private static List<String> words(List<LintRemark> remarks, Level lowest) {
        return remarks.stream()
                .filter(r -> r.level().compareTo(lowest) >= 0)
                .map(r -> r.place() + ": " + r.level().word() + " " + r.message() + " [" + r.code() + "]")
                .toList();
    }
}
