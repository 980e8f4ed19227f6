package dev.harrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Console console =
            new Console(new PrintStream(out, true, UTF_8), new PrintStream(out, true, UTF_8), false, false);

    @Test
    void nothingToSayIsNoLine() {
        console.data("");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void anArticlesTitleIsNoInstructionToTheBuildServiceThatRunsUs() {
        console.data("a title\n::add-mask::a\n##[group]b");
        console.progress("::stop-commands::x");
        console.command("::warning title=ours::real");
        assertThat(out.toString(UTF_8).lines())
                .containsExactly(
                        "a title",
                        " ::add-mask::a",
                        " ##[group]b",
                        " ::stop-commands::x",
                        "::warning title=ours::real");
    }
}
