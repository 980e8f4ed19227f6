package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.sentinel.fake.FakeAzure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deploy that is really killed ({@code kill -9}) in the middle, and completed by the next. */
@Tag("slow")
class KilledTest {
    /** More by {@code -Dsentinel.kills=200}, as scripts/bench does. */
    private static final int KILLS = Integer.getInteger("sentinel.kills", 5);

    private static FakeAzure azure;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() {
        azure = new FakeAzure();
    }

    @AfterAll
    static void stop() {
        azure.close();
    }

    @Test
    void aDeployThatIsKilledAnywhereIsCompletedByTheNext() throws IOException, InterruptedException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            azure.reset();
            killedAndCompleted(4 + random.nextInt(ChildProcess.HUNTS), "seed " + seed + " kill " + kill);
        }
    }

    private static void killedAndCompleted(int request, String what) throws IOException, InterruptedException {
        assertThat(killedAt(request)).as(what + ", killed").isEqualTo(128 + 9);
        assertThat(azure.rules().names()).as(what).hasSizeLessThan(ChildProcess.HUNTS);

        try (Connector connector = Targets.connect(azure, "test")) {
            writes(connector).forEach(connector::apply);
            assertThat(writes(connector)).as(what + ", the run after the next").isEmpty();
            assertThat(connector.deployed())
                    .as(what)
                    .hasSize(ChildProcess.HUNTS)
                    .noneMatch(RemoteObject::edited);
        }
        assertThat(azure.rules().writes()).as(what + ", nothing twice").isEqualTo(ChildProcess.HUNTS);
        assertThat(azure.rules().problems()).as(what).isEmpty();
    }

    private static List<Change> writes(Connector connector) {
        List<RemoteObject> there = connector.deployed();
        List<WantedObject> wanted =
                ChildProcess.wanted().stream().map(connector::describe).toList();
        return Plan.between("test", wanted, there, false).writes();
    }

    private static int killedAt(int request) throws IOException, InterruptedException {
        CountDownLatch known = new CountDownLatch(1);
        Process[] child = new Process[1];
        azure.interruptAt(request, () -> {
            await(known);
            child[0].destroyForcibly();
            await(child[0]);
        });
        child[0] = ChildProcess.start(
                azure, ChildProcess.Work.DEPLOY, folder.resolve("child.log").toFile(), List.of());
        known.countDown();
        assertThat(child[0].waitFor(3, TimeUnit.MINUTES)).as("the child ends").isTrue();
        assertThat(azure.settled()).as("requests").isGreaterThanOrEqualTo(request);
        return child[0].exitValue();
    }

    private static void await(Process child) {
        try {
            child.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
