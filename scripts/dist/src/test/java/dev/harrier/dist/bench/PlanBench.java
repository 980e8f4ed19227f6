package dev.harrier.dist.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.harrier.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * {@code make FOLDER HUNTS} writes packs of made hunts; {@code fill CONFIGURATION FOLDER} puts them on its targets; {@code run WORDS…} is
 * Harrier with these words, and says when it ends what CPU time and memory its process took. Run as {@code scripts/bench plan}.
 */
final class PlanBench {
    private static final long SEED = 20_261_122;

    private PlanBench() {}

    public static void main(String[] words) throws IOException {
        if (words[0].equals("make")) {
            new MadeHunts(SEED).write(Path.of(words[1]), Integer.parseInt(words[2]));
        } else if (words[0].equals("fill")) {
            new FilledTargets(Path.of(words[1])).fill(Path.of(words[2]));
        } else {
            long start = System.nanoTime();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(words[1], start)));
            Main.main(Arrays.copyOfRange(words, 1, words.length));
        }
    }

    private static void tell(String what, long start) {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.err.printf(
                Locale.ROOT,
                "bench: %s: %.1f s CPU, %.1f s passed, at most %s resident%n",
                what,
                process.getProcessCpuTime() / 1e9,
                (System.nanoTime() - start) / 1e9,
                peak());
    }

    private static String peak() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.substring("VmHWM:".length()).strip())
                    .findFirst()
                    .orElse("?");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
