package dev.harrier.report.lint;

import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.dialect.LintRule;
import java.util.Comparator;
import java.util.List;

/**
 * All findings of one lint, sorted, each once, and the rules that were looked for.
 *
 * @param remarks what was found
 * @param rules by code
 * @param hunts how many rules were read
 * @param files how many files were read
 */
public record LintReport(List<LintRemark> remarks, List<LintRule> rules, int hunts, int files) {
    public LintReport {
        remarks = remarks.stream().distinct().sorted().toList();
        rules = rules.stream().sorted(Comparator.comparing(LintRule::code)).toList();
    }

    /** The same without what lies below a level. */
    public LintReport from(Level lowest) {
        return new LintReport(
                remarks.stream().filter(r -> r.level().compareTo(lowest) >= 0).toList(), rules, hunts, files);
    }

    /** How many findings are of a level. */
    public long count(Level level) {
        return remarks.stream().filter(r -> r.level() == level).count();
    }
}
