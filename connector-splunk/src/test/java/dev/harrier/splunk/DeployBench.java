package dev.harrier.splunk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.connector.Connector;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.WantedObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Measures deploying and counting 500 hunts against the fake at 20 ms latency, the fake in a process of its own: {@code scripts/bench
 * splunk-deploy}. Wall time tells the truth on a quiet machine only; CPU time of client and fake does always.
 */
public final class DeployBench {
    private static final int HUNTS = 500;
    private static final int LATENCY = 20;

    private final FakeProcess splunkd;
    private final Connector connector;
    private final int threads;

    private DeployBench(FakeProcess splunkd, Connector connector, int threads) {
        this.splunkd = splunkd;
        this.connector = connector;
        this.threads = threads;
    }

    /** As scripts/harrier starts a deploy, but for its class-data archive. */
    private static final List<String> LAUNCHER =
            List.of("-Xlog:disable", "-Xlog:all=error:stderr", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1");

    private interface Work {
        void run() throws InterruptedException, ExecutionException;
    }

    /** Measures with as many threads as the first word says, 8 if there is none; with an address behind it, deploys there and ends. */
    public static void main(String[] words) throws InterruptedException, ExecutionException, IOException {
        int threads = words.length == 0 ? 8 : Integer.parseInt(words[0]);
        if (words.length == 2) {
            cold(threads, words[1]);
            return;
        }
        try (FakeProcess splunkd = new FakeProcess();
                Connector connector = Connecting.to(splunkd.url())
                        .with("searches", "" + threads)
                        .connector()) {
            new DeployBench(splunkd, connector, threads).measure();
        }
    }

    /** One deploy by a process that has done nothing before, as most are. */
    private static void cold(int threads, String url) throws InterruptedException, ExecutionException {
        try (Connector connector =
                Connecting.to(url).with("searches", "" + threads).connector()) {
            deploy(connector, threads, Made.wanted(connector, 0, HUNTS));
        }
        System.out.print(FakeProcess.cpuTime());
    }

    private void coldDeploy() throws IOException, InterruptedException {
        splunkd.reset(LATENCY);
        FakeProcess.Done before = splunkd.done();
        long start = System.nanoTime();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(LAUNCHER);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                DeployBench.class.getName(),
                "" + threads,
                splunkd.url()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String cpu = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        print("a process of its own, cold", before, System.nanoTime() - start, Long.parseLong(cpu));
    }

    /** The first round, without latency, is for the two virtual machines to warm up. */
    private void measure() throws InterruptedException, ExecutionException, IOException {
        splunkd.reset(0);
        round("warm-up ");
        splunkd.reset(LATENCY);
        round("");
        FakeProcess.Done done = splunkd.done();
        System.out.printf("jobs started %d, cancelled %d, left %d%n", done.jobs(), done.cancelled(), done.alive());
        coldDeploy();
    }

    private void round(String what) throws InterruptedException, ExecutionException {
        List<WantedObject> wanted = new ArrayList<>(Made.wanted(connector, 0, HUNTS));
        measured(what + "first deploy", () -> deploy(wanted));
        measured(what + "second deploy", () -> deploy(wanted));
        wanted.set(7, Made.changed(connector, 7));
        measured(what + "one of 500 changed", () -> deploy(wanted));
        measured(
                what + "count",
                () -> inParallel(threads, HUNTS, number -> connector.count(Made.deployment(number), Made.WINDOW)));
    }

    private void deploy(List<WantedObject> wanted) throws InterruptedException, ExecutionException {
        deploy(connector, threads, wanted);
    }

    private static void deploy(Connector connector, int threads, List<WantedObject> wanted)
            throws InterruptedException, ExecutionException {
        List<Change> changes =
                Plan.between("contract", wanted, connector.deployed(), false).writes();
        inParallel(threads, changes.size(), number -> connector.apply(changes.get(number)));
    }

    private void measured(String what, Work work) throws InterruptedException, ExecutionException {
        FakeProcess.Done before = splunkd.done();
        long cpu = FakeProcess.cpuTime();
        long start = System.nanoTime();
        work.run();
        print(what, before, System.nanoTime() - start, FakeProcess.cpuTime() - cpu);
    }

    private void print(String what, FakeProcess.Done before, long nanos, long client) {
        FakeProcess.Done after = splunkd.done();
        long requests = after.requests() - before.requests();
        double wall = nanos / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%-28s %5d requests %4d writes %7.0f ms wall = %.2f x (latency x requests / %d); CPU ms per request:"
                        + " client %.2f, fake %.2f%n",
                what,
                requests,
                after.writes() - before.writes(),
                wall,
                wall * threads / LATENCY / requests,
                threads,
                client / 1e6 / requests,
                (after.cpuNanos() - before.cpuNanos()) / 1e6 / requests);
    }

    private static void inParallel(int threads, int times, Consumer<Integer> work)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                all.add(pool.submit(() -> work.accept(number)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
