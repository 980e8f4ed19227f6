package dev.harrier.pack.lint;

import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Rendering;
import java.util.List;

/** Asks targets' own parsers: query files first, at their own places, then what rules are made to that no file holds. */
final class LiveLint {
    private final List<LiveParser> parsers;
    private final Remarks remarks;

    LiveLint(List<LiveParser> parsers, Remarks remarks) {
        this.parsers = parsers;
        this.remarks = remarks;
    }

    void file(Source source) {
        for (LiveParser parser : parsers) {
            if (source.name().endsWith("." + parser.dialect().name())) {
                parser.findings(source.text()).forEach(finding -> remarks.add(source, finding));
            }
        }
    }

    void rule(RuleSource rule) {
        for (LiveParser parser : parsers) {
            Rendering rendering = parser.dialect()
                    .render(rule.rule().toHunt(), parser.connector().profile());
            if (rendering instanceof Rendering.Rendered rendered && !parser.knows(rendered.text())) {
                rule(rule, parser, parser.findings(rendered.text()));
            }
        }
    }

    private void rule(RuleSource rule, LiveParser parser, List<LintFinding> findings) {
        findings.forEach(finding -> remarks.addGenerated(rule, parser.dialect().name(), finding));
    }
}
