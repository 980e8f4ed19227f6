package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.operate.Notices;
import dev.harrier.operate.Problem;
import java.util.Set;

/** Says nothing, and fails at problems that a test doesn't expect. */
final class Silence implements Notices {
    /** Takes no problem. */
    static final Notices SILENT = new Silence(Set.of());

    /** Takes what is found out about hunts and objects, and nothing worse. */
    static final Notices BUT_FINDINGS = new Silence(Set.of(Problem.Gravity.FINDING));

    private final Set<Problem.Gravity> expected;

    private Silence(Set<Problem.Gravity> expected) {
        this.expected = expected;
    }

    @Override
    public void progress(String text) {
        assertThat(text).isNotNull();
    }

    @Override
    public void problem(Problem problem) {
        assertThat(expected).as(problem.toString()).contains(problem.gravity());
    }
}
