package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.JobEnd;
import dev.harrier.splunk.fake.JobEnd.State;
import dev.harrier.splunk.fake.Operation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A process of Harrier's that is really killed ({@code kill -9}) in the middle. */
@Tag("slow")
class KilledTest {
    /** More by {@code -Dsplunk.kills=200}, as scripts/bench does. */
    private static final int KILLS = Integer.getInteger("splunk.kills", 8);

    @RegisterExtension
    private static final FakeSplunkd splunkd = new FakeSplunkd();

    @TempDir
    static Path folder;

    @Test
    void aDeployThatIsKilledAnywhereIsCompletedByTheNext() throws IOException, InterruptedException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            splunkd.reset();
            killedAndCompleted(2 + random.nextInt(ChildProcess.HUNTS), "seed " + seed + " kill " + kill);
        }
    }

    private static void killedAndCompleted(int request, String what) throws IOException, InterruptedException {
        Process child = killedAt(request, ChildProcess.Work.DEPLOY);
        assertThat(child.exitValue()).as(what + ", killed").isEqualTo(128 + 9);
        assertThat(splunkd.searches().names(Connecting.APP)).as(what).hasSizeLessThan(ChildProcess.HUNTS);

        try (Connector connector = Connecting.to(splunkd).connector()) {
            List<WantedObject> wanted = Made.wanted(connector, 0, ChildProcess.HUNTS);
            Made.deploy(connector, wanted);
            assertThat(Made.deploy(connector, wanted))
                    .as(what + ", the run after the next")
                    .isEmpty();
            assertThat(connector.deployed())
                    .as(what)
                    .hasSize(ChildProcess.HUNTS)
                    .noneMatch(RemoteObject::edited);
        }
        assertThat(splunkd.searches().names(Connecting.APP)).as(what).hasSize(ChildProcess.HUNTS);
        assertThat(splunkd.searches().writes()).as(what + ", nothing twice").isEqualTo(ChildProcess.HUNTS);
    }

    /** Nobody is left to cancel the jobs: splunkd does, by what it was told when they were started. */
    @Test
    void noSearchOutlivesItsTimeAfterItsProcessIsKilled() throws IOException, InterruptedException {
        splunkd.jobs().ends(search -> JobEnd.of(State.NEVER, Map.of()));

        killedAt(20, ChildProcess.Work.COUNT);

        assertThat(splunkd.jobs().alive()).as("left behind").isPositive();
        splunkd.jobs().pass(61);
        assertThat(splunkd.jobs().alive()).as("a minute later").isZero();
    }

    /** A process that is told to end, as a scheduler's runner is, cleans up. */
    @Test
    void aProcessThatIsToldToEndCancelsItsSearches() throws IOException, InterruptedException {
        splunkd.jobs().ends(search -> JobEnd.of(State.NEVER, Map.of()));
        CountDownLatch reached = new CountDownLatch(1);
        splunkd.interruptAt(20, reached::countDown);
        Process child = ChildProcess.start(splunkd, ChildProcess.Work.COUNT, output());
        assertThat(reached.await(2, TimeUnit.MINUTES)).isTrue();

        child.destroy();
        assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();

        assertThat(splunkd.jobs().started()).isNotEmpty();
        assertThat(splunkd.jobs().alive()).isZero();
        assertThat(splunkd.count(Operation.CANCEL)).isPositive();
    }

    private static Process killedAt(int request, ChildProcess.Work work) throws IOException, InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        Process[] child = new Process[1];
        CountDownLatch known = new CountDownLatch(1);
        splunkd.interruptAt(request, () -> {
            await(known);
            child[0].destroyForcibly();
            reached.countDown();
        });
        child[0] = ChildProcess.start(splunkd, work, output());
        known.countDown();
        assertThat(child[0].waitFor(3, TimeUnit.MINUTES)).as("the child ends").isTrue();
        assertThat(reached.getCount()).as("by our hand").isZero();
        return child[0];
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static File output() {
        return folder.resolve("child.log").toFile();
    }
}
