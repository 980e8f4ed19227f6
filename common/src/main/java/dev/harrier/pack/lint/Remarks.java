package dev.harrier.pack.lint;

import dev.harrier.dialect.LintFinding;
import dev.harrier.hunt.yaml.YamlMark;
import dev.harrier.report.lint.LintRemark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is found. Not thread-safe. */
final class Remarks {
    private final List<LintRemark> list = new ArrayList<>();

    /** A finding with the file's own place. */
    void add(Source source, LintFinding finding) {
        list.add(LintRemark.in(source.name(), finding));
    }

    /** A finding in a text that was made of a rule: the place is that of the rule's detection. */
    void addGenerated(RuleSource rule, String language, LintFinding finding) {
        YamlMark mark = rule.key("detection");
        list.add(new LintRemark(
                rule.source().name(),
                mark.line(),
                mark.column(),
                Optional.of(language + " " + finding.line() + ":" + finding.column()),
                finding.code(),
                finding.level(),
                finding.message()));
    }

    List<LintRemark> list() {
        return list;
    }
}
