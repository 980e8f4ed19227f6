package dev.harrier.dist.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A slice of what {@code scripts/bench differential} runs. */
@Tag("slow")
class DifferentialTest {
    private static final long SEED = 7;

    @Test
    void treeSplAndKqlFindTheSame() throws SQLException {
        Differential differential = Differential.run(SEED, 100_000);
        assertThat(differential.disagreements())
                .as("seed %d: %s", SEED, differential)
                .isEmpty();
        assertThat(differential.cases()).isGreaterThanOrEqualTo(100_000);
    }
}
