package dev.harrier.splunk;

import dev.harrier.connector.Connector;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.WantedObject;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.JobEnd;
import dev.harrier.splunk.fake.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Measures deploying and counting 500 hunts against the fake at 20 ms latency: {@code scripts/bench splunk-deploy}. */
public final class DeployBench {
    private static final int HUNTS = 500;
    private static final int LATENCY = 20;
    private static final Map<String, String> ROW = Map.of("hits", "1", "hosts", "1", "users", "0", "days", "1");

    private DeployBench() {}

    /** Measures with as many threads as the first word says, 8 if there is none. */
    public static void main(String[] words) throws InterruptedException, ExecutionException {
        int threads = words.length == 0 ? 8 : Integer.parseInt(words[0]);
        try (FakeSplunkd splunkd = new FakeSplunkd();
                Connector connector =
                        Connecting.to(splunkd).with("searches", "" + threads).connector()) {
            splunkd.jobs().ends(search -> JobEnd.done(ROW));
            List<WantedObject> wanted = new ArrayList<>(Made.wanted(connector, 0, HUNTS));
            deploy("warm-up (not counted)", splunkd, connector, wanted, threads);
            splunkd.reset();
            splunkd.jobs().ends(search -> JobEnd.done(ROW));
            splunkd.latency(LATENCY);
            deploy("first deploy", splunkd, connector, wanted, threads);
            deploy("second deploy", splunkd, connector, wanted, threads);
            wanted.set(7, Made.changed(connector, 7));
            deploy("one of 500 changed", splunkd, connector, wanted, threads);
            int before = splunkd.count();
            long start = System.nanoTime();
            inParallel(threads, wanted.size(), number -> connector.count(Made.deployment(number), Made.WINDOW));
            say("count", splunkd, before, start, threads);
            System.out.printf(
                    "jobs started %d, cancelled %d, left %d%n",
                    splunkd.jobs().started().size(),
                    splunkd.count(Operation.CANCEL),
                    splunkd.jobs().alive());
        }
    }

    private static void deploy(
            String what, FakeSplunkd splunkd, Connector connector, List<WantedObject> wanted, int threads)
            throws InterruptedException, ExecutionException {
        int before = splunkd.count();
        long writes = splunkd.searches().writes();
        long start = System.nanoTime();
        List<Change> changes =
                Plan.between("contract", wanted, connector.deployed(), false).writes();
        inParallel(threads, changes.size(), number -> connector.apply(changes.get(number)));
        say(what, splunkd, before, start, threads);
        System.out.printf("  writes %d%n", splunkd.searches().writes() - writes);
    }

    private static void say(String what, FakeSplunkd splunkd, int before, long start, int threads) {
        int requests = splunkd.count() - before;
        double wall = (System.nanoTime() - start) / 1e6;
        double ideal = (double) LATENCY * requests / threads;
        System.out.printf(
                Locale.ROOT,
                "%s: %d requests, %.0f ms wall, %.2f x (latency x requests / %d)%n",
                what,
                requests,
                wall,
                wall / ideal,
                threads);
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
