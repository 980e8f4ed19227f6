package dev.harrier.sentinel;

import dev.harrier.measure.Hits;
import dev.harrier.sentinel.fake.FakeAzure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures from the start of a JVM with the launcher's flags to the end of its first count against the fake, token and TLS included:
 * {@code scripts/bench sentinel-first-count}. The launcher's class-data archive is left out: it holds no class of the Azure SDK.
 */
public final class FirstCountBench {
    private FirstCountBench() {}

    /** Measures as often as the first word says, 7 times if there is none. */
    public static void main(String[] words) throws IOException, InterruptedException {
        int rounds = words.length == 0 ? 7 : Integer.parseInt(words[0]);
        Path folder = Files.createTempDirectory("harrier-first-count");
        try (FakeAzure azure = new FakeAzure()) {
            Hits three = new Hits(3, 2, 1, 1, Optional.empty(), Optional.empty());
            azure.queries().answer(Samples.counting(Samples.hunt("needle")), three);
            azure.queries().answer(Samples.coverage(), three);
            run(azure, folder, List.of());
            List<Double> plain = new ArrayList<>();
            List<Double> quick = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                plain.add(run(azure, folder, List.of()));
                quick.add(run(azure, folder, List.of("-XX:TieredStopAtLevel=1")));
            }
            say("the launcher's flags", plain);
            say("and one compiler, as for its short commands", quick);
        }
    }

    private static double run(FakeAzure azure, Path folder, List<String> more)
            throws IOException, InterruptedException {
        File output = folder.resolve("child.log").toFile();
        long start = System.nanoTime();
        int code =
                ChildProcess.start(azure, ChildProcess.Work.COUNT, output, more).waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        String said = Files.readString(output.toPath());
        if (code != 0 || !said.contains("Counted[")) {
            throw new IllegalStateException("the child ended with " + code + ": " + said);
        }
        return seconds;
    }

    private static void say(String what, List<Double> seconds) {
        Collections.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.2f s, fastest %.2f, slowest %.2f of %d%n",
                what,
                seconds.get(seconds.size() / 2),
                seconds.get(0),
                seconds.get(seconds.size() - 1),
                seconds.size());
    }
}
