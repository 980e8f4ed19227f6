package dev.harrier.report.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.config.Finding;
import dev.harrier.operate.FailPolicy;
import dev.harrier.report.ValidationReport;
import dev.harrier.verdict.Verdict;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every verdict but the good one can fail a run, by its own word. */
class FailOnTest {
    private final ValidationReport report = SampleReports.byHand();

    @ParameterizedTest
    @EnumSource(value = Verdict.class, mode = EnumSource.Mode.EXCLUDE, names = "QUIET")
    void aRunFailsOnEachVerdict(Verdict verdict) {
        Optional<Finding> finding = Finding.of(verdict.word());
        assertThat(finding).isPresent();
        FailPolicy policy = new FailPolicy(Set.of(finding.get()));
        assertThat(policy.failures(report)).containsExactly(verdict.word() + ": 2");
        assertThat(policy.failures(SampleReports.empty())).isEmpty();
    }
}
