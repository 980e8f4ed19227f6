package dev.harrier.sentinel;

import dev.harrier.connector.Connector;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.sentinel.fake.FakeAzure;
import dev.harrier.sentinel.fake.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Measures deploying 500 rules against the fake at 20 ms latency and with ARM's token bucket: {@code scripts/bench sentinel-deploy}. */
public final class DeployBench {
    private static final int HUNTS = 500;
    private static final int LATENCY = 20;
    private static final double BURST = 200;
    private static final double PER_SECOND = 10;

    private DeployBench() {}

    /** Measures. */
    public static void main(String[] words) throws InterruptedException, ExecutionException {
        try (FakeAzure azure = new FakeAzure();
                Connector connector = Targets.connect(azure, "test")) {
            azure.latency(LATENCY);
            azure.throttle();
            List<Deployment> wanted = new ArrayList<>(IntStream.range(0, HUNTS)
                    .mapToObj(n -> Samples.shadow(Samples.hunt("Sample " + n, "No. " + n, "needle" + n, List.of())))
                    .toList());
            deploy("first deploy", azure, connector, wanted);
            deploy("second deploy", azure, connector, wanted);
            wanted.set(7, Samples.shadow(Samples.hunt("Sample 7", "No. 7", "changed", List.of())));
            deploy("one of 500 changed", azure, connector, wanted);
        }
    }

    private static void deploy(String what, FakeAzure azure, Connector connector, List<Deployment> wanted)
            throws InterruptedException, ExecutionException {
        int before = azure.requests();
        long puts = azure.requests(Operation.PUT);
        long start = System.nanoTime();
        List<RemoteObject> there = connector.deployed();
        connector.expect(wanted);
        List<WantedObject> objects = wanted.stream().map(connector::describe).toList();
        List<Change> changes = Plan.between("test", objects, there, false).writes();
        inParallel(connector.concurrency(), changes.size(), number -> connector.apply(changes.get(number)));
        double wall = (System.nanoTime() - start) / 1e9;
        int requests = azure.requests() - before;
        long written = azure.requests(Operation.PUT) - puts;
        double latency = LATENCY / 1e3 * requests / connector.concurrency();
        double bucket = Math.max(0, (written - BURST) / PER_SECOND);
        System.out.printf(
                Locale.ROOT,
                "%s: %d requests, %d writes, %d refused, %.1f s wall, %.2f x max(latency model %.1f s, token bucket %.1f s)%n",
                what,
                requests,
                written,
                azure.refused(),
                wall,
                wall / Math.max(latency, bucket),
                latency,
                bucket);
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
