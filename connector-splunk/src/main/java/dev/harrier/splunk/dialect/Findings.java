package dev.harrier.splunk.dialect;

import dev.harrier.dialect.LintFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the findings on one text. Not thread-safe. */
final class Findings {
    private final Lines lines;
    private final List<LintFinding> list = new ArrayList<>();

    Findings(String text) {
        this.lines = new Lines(text);
    }

    void add(SplCheck check, String message, int offset) {
        Place place = lines.place(offset);
        list.add(check.rule().at(place.line(), place.column(), message));
    }

    /** In text order, each once. */
    List<LintFinding> inOrder() {
        return list.stream()
                .sorted(Comparator.comparingInt(LintFinding::line)
                        .thenComparingInt(LintFinding::column)
                        .thenComparing(LintFinding::code))
                .distinct()
                .toList();
    }
}
