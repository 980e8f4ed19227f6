package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import dev.harrier.deploy.Change;
import dev.harrier.measure.HitCount;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.JobEnd;
import dev.harrier.splunk.fake.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One connector, sixteen threads; the SDK's own service breaks under these. */
class ParallelTest {
    private static final int THREADS = 16;
    private static final int HUNTS = 200;
    private static final Map<String, String> ROW = Map.of("hits", "1", "hosts", "1", "users", "0", "days", "1");

    @Test
    void deploysAndCountsWithOneLoginEachTimeASessionIsNeeded() throws InterruptedException, ExecutionException {
        try (FakeSplunkd splunkd = new FakeSplunkd();
                Connector connector = Connecting.to(splunkd)
                        .with("user", FakeSplunkd.USER)
                        .by("password", FakeSplunkd.PASSWORD)
                        .connector()) {
            splunkd.jobs().ends(search -> JobEnd.done(ROW));
            inParallel(number -> () -> {
                connector.apply(new Change.Create(Made.wanted(connector, number)));
                return true;
            });
            assertThat(splunkd.count(Operation.LOGIN)).isEqualTo(1);
            assertThat(connector.deployed()).hasSize(HUNTS);

            splunkd.expireSessions();
            List<HitCount> counts = inParallel(number -> () -> connector.count(Made.deployment(number), Made.WINDOW));

            assertThat(counts).hasSize(HUNTS).allMatch(HitCount.Counted.class::isInstance);
            assertThat(splunkd.count(Operation.LOGIN)).isEqualTo(2);
            assertThat(splunkd.jobs().alive()).isZero();
        }
    }

    private interface Work<T> {
        Callable<T> on(int number);
    }

    private static <T> List<T> inParallel(Work<T> work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<T>> futures = threads.invokeAll(
                    IntStream.range(0, HUNTS).mapToObj(work::on).toList());
            List<T> done = new ArrayList<>();
            for (Future<T> future : futures) {
                done.add(future.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }
}
