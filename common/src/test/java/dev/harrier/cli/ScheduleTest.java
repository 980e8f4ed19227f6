package dev.harrier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The templates of {@code scripts/schedule} and our own workflow: as far as they can be tried without the services that run them. */
class ScheduleTest {
    private static final Path SCHEDULE = Path.of("../scripts/schedule");
    private static final Pattern CALL =
            Pattern.compile("(?:^|[ /])harrier ((?:watch|validate|lint|test|plan|deploy) [^|>\n]*)");

    @TempDir
    private Path folder;

    @Test
    void everyCommandAndOptionThatTheyNameExists() throws IOException {
        int calls = 0;
        for (Path file : files(SCHEDULE)) {
            Matcher call = CALL.matcher(Files.readString(file));
            while (!file.endsWith("README.md") && call.find()) {
                List<String> words = Arrays.stream(call.group(1).strip().split(" +"))
                        .map(word -> word.startsWith("@") ? "https://feed.example/" : word)
                        .toList();
                assertThatCode(() -> HarrierCommand.whole().parseArgs(words.toArray(String[]::new)))
                        .as(file + ": " + call.group())
                        .doesNotThrowAnyException();
                calls++;
            }
        }
        assertThat(calls).isEqualTo(6);
    }

    @Test
    void everyWorkflowAsksForNoMorePermissionThanItUsesAndNamesItsActionsVersions() throws IOException {
        for (Path file : workflows()) {
            JsonNode workflow = yaml(file);
            assertThat(workflow.path("permissions").isObject())
                    .as(file.toString())
                    .isTrue();
            assertThat(workflow.path("permissions").path("contents").asText("none"))
                    .as(file.toString())
                    .isIn(file.endsWith("hunts-watch.yml") ? List.of("write") : List.of("read", "none"));
            for (JsonNode job : workflow.path("jobs")) {
                assertThat(job.path("timeout-minutes").asInt())
                        .as(file.toString())
                        .isPositive();
                for (JsonNode step : job.path("steps")) {
                    assertThat(step.path("uses").asText("a/b@v1"))
                            .as(file.toString())
                            .matches("[a-z-]+/[a-z-]+@(v\\d+|[0-9a-f]{40})");
                }
            }
        }
    }

    /** Whoever opens a pull request writes the files that its check reads. */
    @Test
    void noPullRequestSeesASecretOrGetsAWordIntoAShell() throws IOException {
        for (Path file : workflows()) {
            String text = Files.readString(file);
            assertThat(yaml(file).path("on").has("pull_request_target"))
                    .as(file.toString())
                    .isFalse();
            if (yaml(file).path("on").has("pull_request")) {
                assertThat(text).as(file.toString()).doesNotContain("secrets.", "id-token", ": write");
            }
            for (String script : scripts(file)) {
                Matcher expression = Pattern.compile("\\$\\{\\{ *([^ }]*)").matcher(script);
                while (expression.find()) {
                    assertThat(expression.group(1)).as(file.toString()).isEqualTo("github.event.pull_request.number");
                }
            }
        }
    }

    @Test
    void everyScriptInThemIsBash() throws IOException, InterruptedException {
        for (Path file : workflows()) {
            for (String script : scripts(file)) {
                Path copy = Files.writeString(folder.resolve("step.sh"), script.replaceAll("\\$\\{\\{[^}]*}}", "0"));
                assertThat(output("bash", "-n", copy.toString()))
                        .as(file + ":\n" + script)
                        .isEmpty();
            }
        }
    }

    /** Where there is no systemd to ask, what it would refuse first is looked for. */
    @Test
    void systemdTakesTheUnits() throws IOException, InterruptedException {
        everyUnitHasWhatItsKindNeeds();
        if (Files.isExecutable(Path.of("/usr/bin/systemd-analyze"))) {
            systemdVerifies();
        }
    }

    private static void everyUnitHasWhatItsKindNeeds() throws IOException {
        List<Path> units = files(SCHEDULE.resolve("systemd"));
        assertThat(units).hasSizeGreaterThanOrEqualTo(4);
        for (Path unit : units) {
            String text = Files.readString(unit);
            String[] needed = unit.toString().endsWith(".timer")
                    ? new String[] {"[Unit]", "[Timer]", "OnCalendar=", "[Install]"}
                    : new String[] {"[Unit]", "[Service]", "ExecStart=/"};
            assertThat(text).as(unit.toString()).contains(needed);
        }
    }

    private void systemdVerifies() throws IOException, InterruptedException {
        for (Path unit : files(SCHEDULE.resolve("systemd"))) {
            Path copy = folder.resolve(unit.getFileName().toString());
            Files.writeString(copy, Files.readString(unit).replace("/usr/local/bin/harrier", "/bin/true"));
        }
        for (Path unit : files(folder)) {
            assertThat(output("/usr/bin/systemd-analyze", "verify", unit.toString())
                            .lines())
                    .as(unit.toString())
                    .noneMatch(line -> line.contains("harrier-"));
        }
    }

    private static List<Path> workflows() throws IOException {
        List<Path> all = new ArrayList<>(files(SCHEDULE.resolve("github")));
        all.addAll(files(Path.of("../.github/workflows")));
        assertThat(all).hasSizeGreaterThanOrEqualTo(5);
        return all;
    }

    private static List<String> scripts(Path file) throws IOException {
        List<String> scripts = new ArrayList<>();
        for (JsonNode job : yaml(file).path("jobs")) {
            job.path("steps").forEach(step -> scripts.add(step.path("run").asText()));
        }
        return scripts;
    }

    private static JsonNode yaml(Path file) throws IOException {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        return new ObjectMapper().valueToTree(document);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
