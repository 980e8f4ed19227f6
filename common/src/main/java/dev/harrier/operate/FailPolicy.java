package dev.harrier.operate;

import dev.harrier.config.Finding;
import dev.harrier.deploy.ChangeWords;
import dev.harrier.measure.HitCount;
import dev.harrier.report.ValidationReport;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What of a validation makes its exit code 1. Immutable. */
public final class FailPolicy {
    private final Set<Finding> findings;

    /** Fails on these. */
    public FailPolicy(Set<Finding> findings) {
        this.findings = findings.isEmpty() ? EnumSet.noneOf(Finding.class) : EnumSet.copyOf(findings);
    }

    /** Why a validation fails, a line each, for people; empty if it passes. */
    public List<String> failures(ValidationReport report) {
        List<String> failures = new ArrayList<>();
        for (Finding finding : findings) {
            long count = count(finding, report);
            if (count > 0) {
                failures.add(finding.word() + ": " + count);
            }
        }
        return failures;
    }

    private static long count(Finding finding, ValidationReport report) {
        return switch (finding) {
            case DRIFT ->
                changes(
                        report,
                        change -> !change.word().equals("adjusted")
                                && !change.word().equals("foreign"));
            case FOREIGN -> changes(report, change -> change.word().equals("foreign"));
            case HITS -> verdicts(report, FailPolicy::isHit);
            case DISAGREEMENT -> report.disagreements().size();
            case CONFIRMED, RAISED, NOISY, BLOCKED, BLIND, INCOMPLETE, ERROR ->
                verdicts(report, verdict -> verdict.verdict() == Verdict.valueOf(finding.name()));
        };
    }

    private static long changes(ValidationReport report, Predicate<ChangeWords> which) {
        return report.targets().stream()
                .flatMap(target -> target.changes().stream())
                .filter(which)
                .count();
    }

    private static long verdicts(ValidationReport report, Predicate<HuntVerdict> which) {
        return report.verdicts().stream().filter(which).count();
    }

    private static boolean isHit(HuntVerdict verdict) {
        if (verdict.count() instanceof HitCount.Counted counted) {
            return counted.hits().events() > 0;
        }
        return verdict.count() instanceof HitCount.AtLeast atLeast
                && atLeast.hits().events() > 0;
    }
}
