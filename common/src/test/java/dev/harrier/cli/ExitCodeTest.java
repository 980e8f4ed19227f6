package dev.harrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void theGravestWinsInTheDocumentedOrder() {
        List<ExitCode> gravestFirst = List.of(
                ExitCode.INTERNAL,
                ExitCode.USAGE,
                ExitCode.CONTENT,
                ExitCode.REMOTE,
                ExitCode.PARTIAL,
                ExitCode.FINDINGS,
                ExitCode.OK);
        for (int i = 1; i < gravestFirst.size(); i++) {
            assertThat(gravestFirst.get(i).or(gravestFirst.get(i - 1))).isEqualTo(gravestFirst.get(i - 1));
            assertThat(gravestFirst.get(i - 1).or(gravestFirst.get(i))).isEqualTo(gravestFirst.get(i - 1));
        }
        assertThat(gravestFirst.stream().map(ExitCode::number)).containsExactly(70, 3, 2, 4, 5, 1, 0);
    }
}
