package dev.harrier.splunk.dialect;

import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.LintFinding.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the findings on one text. Not thread-safe. */
final class Findings {
    private final String text;
    private final List<LintFinding> list = new ArrayList<>();

    Findings(String text) {
        this.text = text;
    }

    void add(String code, Level level, String message, int offset) {
        Place place = Place.of(text, offset);
        list.add(new LintFinding(code, level, message, place.line(), place.column()));
    }

    /** In text order. */
    List<LintFinding> inOrder() {
        return list.stream()
                .sorted(Comparator.comparingInt(LintFinding::line)
                        .thenComparingInt(LintFinding::column)
                        .thenComparing(LintFinding::code))
                .toList();
    }
}
