package dev.harrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.operate.Notices;
import dev.harrier.operate.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenLintTest {
    @TempDir
    private Path pack;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void aFaultyFileOfAPackIsAProblemOfItsContent() throws IOException {
        Files.writeString(pack.resolve("broken.yml"), "title: [\n");
        lint().check(pack);
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.gravity()).isEqualTo(Problem.Gravity.CONTENT);
            assertThat(problem.message()).contains("broken.yml:");
        });
    }

    private WrittenLint lint() {
        return new WrittenLint(AttackCatalogue.shipped(), new Notices() {
            @Override
            public void progress(String text) {
                throw new AssertionError("lint only tells of problems: " + text);
            }

            @Override
            public void problem(Problem problem) {
                problems.add(problem);
            }
        });
    }
}
