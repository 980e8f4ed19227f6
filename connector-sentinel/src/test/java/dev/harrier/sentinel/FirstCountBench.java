package dev.harrier.sentinel;

import dev.harrier.sentinel.fake.FakeAzure;
import dev.harrier.sentinel.fake.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures {@code scripts/harrier measure} over one hunt against the fake, as a user runs it: from the start of the launcher to the first
 * count that the fake was asked for and answered, token and TLS included, and to the end; wall and processor time. {@code scripts/bench
 * sentinel-first-count}.
 */
public final class FirstCountBench {
    private static final String RULE = """
            title: First count
            id: fad2ee64-1e2c-5d56-9a51-2a6b7b7c1d11
            status: experimental
            logsource: {category: process_creation, product: windows}
            detection:
              selection: {CommandLine|contains: 'needle'}
              condition: selection
            level: high
            """;

    private FirstCountBench() {}

    /** Measures with the launcher that the first word names, as often as the second says, 7 times if there is none. */
    public static void main(String[] words) throws IOException, InterruptedException {
        Path launcher = Path.of(words[0]).toAbsolutePath();
        int rounds = words.length < 2 ? 7 : Integer.parseInt(words[1]);
        try (FakeAzure azure = new FakeAzure()) {
            Path folder = workspace(azure);
            run(azure, launcher, folder, "");
            measure(azure, launcher, folder, rounds, "", "the launcher's flags and archive");
            measure(azure, launcher, folder, rounds, "-XX:TieredStopAtLevel=1", "and one compiler");
            measure(azure, launcher, folder, rounds, "-Xshare:off", "and no archive at all");
        }
    }

    private record Times(double first, double end, double processor) {}

    private static void measure(FakeAzure azure, Path launcher, Path folder, int rounds, String options, String what)
            throws IOException, InterruptedException {
        List<Times> all = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            all.add(run(azure, launcher, folder, options));
        }
        System.out.printf(
                Locale.ROOT,
                "%s: first count after %s s, end after %s s, %s s of processor time (median, fastest, slowest of %d)%n",
                what,
                words(all.stream().map(Times::first).toList()),
                words(all.stream().map(Times::end).toList()),
                words(all.stream().map(Times::processor).toList()),
                rounds);
    }

    private static String words(List<Double> seconds) {
        List<Double> sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f, %.2f)",
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }

    /** The processor time is the last that was seen before the end, at most a few milliseconds before it. */
    private static Times run(FakeAzure azure, Path launcher, Path folder, String options)
            throws IOException, InterruptedException {
        azure.reset();
        long day = LocalDate.now(ZoneOffset.UTC)
                .minusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toEpochSecond();
        azure.queries()
                .answerRows(
                        "",
                        List.of("day", "hits", "hosts", "users", "days", "firstSeen", "lastSeen"),
                        List.of(List.of(day, 3, 2, 1, 1, day, day)));
        Path here = fresh(folder);
        ProcessBuilder builder = new ProcessBuilder(
                        launcher.toString(), "measure", "packs", "--to", "sentinel", "--days", "1")
                .directory(here.toFile())
                .redirectErrorStream(true)
                .redirectOutput(here.resolve("out").toFile());
        builder.environment().putAll(Map.of("HARRIER_NO_BUILD", "1", "HARRIER_JAVA_OPTS", options));
        long start = System.nanoTime();
        Process process = builder.start();
        double first = 0;
        Duration processor = Duration.ZERO;
        while (process.isAlive()) {
            if (first == 0 && azure.requests(Operation.QUERY) > 0) {
                first = (System.nanoTime() - start) / 1e9;
            }
            Duration now = process.info().totalCpuDuration().orElse(Duration.ZERO);
            processor = now.compareTo(processor) > 0 ? now : processor;
            Thread.sleep(2);
        }
        double end = (System.nanoTime() - start) / 1e9;
        String said = Files.readString(here.resolve("out"));
        if (process.exitValue() != 0 || !said.contains("3 events")) {
            throw new IllegalStateException("it ended with " + process.exitValue() + ": " + said);
        }
        return new Times(first, end, processor.toMillis() / 1e3);
    }

    /** A folder of its own for each run: what was counted before is not counted again. */
    private static Path fresh(Path folder) throws IOException {
        Path run = Files.createTempDirectory(folder, "run");
        Path rules = Files.createDirectories(run.resolve("packs"));
        Files.writeString(rules.resolve("rule.yml"), RULE);
        Files.copy(folder.resolve("harrier.yml"), run.resolve("harrier.yml"));
        return run;
    }

    private static Path workspace(FakeAzure azure) throws IOException {
        Path folder = Files.createTempDirectory("harrier-first-count");
        Path secret = Files.writeString(folder.resolve("secret"), FakeAzure.SECRET);
        Files.writeString(folder.resolve("harrier.yml"), """
                deployment: test
                targets:
                  sentinel:
                    kind: sentinel
                    settings:
                      subscription: %1$s
                      resource-group: rg
                      workspace: ws
                      workspace-id: %1$s
                      tenant-id: %1$s
                      client-id: %1$s
                      client-secret-file: %2$s
                      arm-endpoint: %3$s
                      query-endpoint: %3$s/v1
                      authority-host: %3$s
                      ca: %4$s
                """.formatted(
                        FakeAzure.GUID, secret, azure.address(), azure.certificate()));
        return folder;
    }
}
