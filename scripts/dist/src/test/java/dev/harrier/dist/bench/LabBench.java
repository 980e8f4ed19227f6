package dev.harrier.dist.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.harrier.connector.Connectors;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.catalogue.Catalogue;
import dev.harrier.hunt.catalogue.CatalogueEntry;
import dev.harrier.lab.Lab;
import dev.harrier.lab.LabConnector;
import dev.harrier.lab.LabLimits;
import dev.harrier.lab.LoadReport;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How fast the lab loads, and counts 100 of the catalogue's hunts in every language, at several sizes. Run as scripts/bench lab. */
final class LabBench {
    private static final int BLOCK = 100_000;
    private static final int HUNTS = 100;
    private static final long SEED = 20_261_122;

    private final Path folder;
    private final Path block;

    private LabBench(Path folder) throws IOException {
        this.folder = folder;
        this.block = folder.resolve("block.jsonl");
        try (InputStream lines = new SysmonLines(BLOCK, SEED)) {
            Files.copy(lines, block);
        }
    }

    /** The sizes to measure, in events; 500,000 without any. */
    public static void main(String[] sizes) throws IOException {
        Path folder = Files.createTempDirectory("harrier-lab-bench");
        LabBench bench = new LabBench(folder);
        System.out.printf(
                Locale.ROOT,
                "a block of %,d events, %,d bytes, seed %d; warming up%n",
                BLOCK,
                Files.size(bench.block),
                SEED);
        bench.measure(20L * BLOCK);
        List<Long> wanted = Arrays.stream(sizes).map(Long::valueOf).toList();
        for (long size : wanted.isEmpty() ? List.of(500_000L) : wanted) {
            bench.measure(size);
        }
        Files.delete(bench.block);
        Files.delete(folder);
    }

    private void measure(long size) throws IOException {
        Path file = folder.resolve("lab.duckdb");
        LabLimits limits = new LabLimits(1536, LabLimits.DEFAULT.threads(), Duration.ofMinutes(5));
        try (Lab lab = Lab.at(file, limits)) {
            Clock load = new Clock();
            whole(lab.load("made events", repeated(size / BLOCK)), size);
            load.tell("load " + size, size);
            Clock count = new Clock();
            String outcome = count(lab);
            count.tell("count " + outcome, size);
        }
        System.out.printf(Locale.ROOT, "%,d bytes on disk, at most %s resident%n", Files.size(file), peak());
        Files.delete(file);
    }

    /** One input, as one file of that many events is. */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing younger
    private InputStream repeated(long times) {
        return new SequenceInputStream(new Enumeration<>() {
            private long given;

            @Override
            public boolean hasMoreElements() {
                return given < times;
            }

            @Override
            public InputStream nextElement() {
                given++;
                try {
                    return Files.newInputStream(block);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private static void whole(LoadReport report, long size) {
        if (report.events() != size) {
            throw new IllegalStateException("not every made line is an event: " + report);
        }
    }

    private static String count(Lab lab) {
        Map<String, Integer> outcomes = new TreeMap<>();
        Window window = lab.span().orElseThrow();
        int queries = 0;
        for (Dialect dialect :
                Connectors.discover().stream().map(p -> p.dialect()).toList()) {
            LabConnector connector = new LabConnector(lab, dialect, "bench");
            for (Hunt hunt : hunts()) {
                if (dialect.render(hunt, dialect.defaultProfile()) instanceof Rendering.Rendered rendered) {
                    HitCount found =
                            connector.count(new Deployment(hunt, rendered.text(), Deployment.State.SHADOW), window);
                    outcomes.merge(found.getClass().getSimpleName(), 1, Integer::sum);
                    queries++;
                }
            }
        }
        return queries + " queries " + outcomes;
    }

    /** Hunts on the kinds of event that are loaded: the others would only be blind. */
    private static List<Hunt> hunts() {
        List<EventKind> loaded = List.of(
                EventKind.PROCESS_CREATION,
                EventKind.PROCESS_ACCESS,
                EventKind.REGISTRY_SET,
                EventKind.IMAGE_LOAD,
                EventKind.NETWORK_CONNECTION);
        List<Hunt> fitting = Catalogue.shipped().entries().stream()
                .map(CatalogueEntry::hunt)
                .filter(hunt -> loaded.contains(hunt.logic().kind()))
                .toList();
        return java.util.stream.IntStream.range(0, HUNTS)
                .mapToObj(i -> fitting.get(i % fitting.size()))
                .toList();
    }

    private static String peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.substring("VmHWM:".length()).strip())
                .findFirst()
                .orElse("?");
    }

    /** CPU time of the whole process, and the wall's, which other work on the machine stretches. */
    private static final class Clock {
        private static final OperatingSystemMXBean PROCESS =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        private final long cpu = PROCESS.getProcessCpuTime();
        private final long wall = System.nanoTime();

        void tell(String what, long events) {
            double used = (PROCESS.getProcessCpuTime() - cpu) / 1e9;
            double passed = (System.nanoTime() - wall) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.1f s CPU, %.1f s passed; %,.0f events per CPU second, %,.0f per second%n",
                    what,
                    used,
                    passed,
                    events / used,
                    events / passed);
        }
    }
}
