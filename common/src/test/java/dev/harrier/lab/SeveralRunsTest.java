package dev.harrier.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harrier.deploy.RemoteObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes and one lab: real ones, one of them really killed ({@code kill -9}). */
@Tag("slow")
class SeveralRunsTest {
    private static final int KILLS = Integer.getInteger("lab.kills", 3);
    /** Enough for two transactions. */
    private static final int EVENTS = 120_000;

    @TempDir
    private Path folder;

    @Test
    void whoHoldsTheFileIsNamedAndWaitedFor() throws IOException, InterruptedException {
        Path file = folder.resolve("lab.duckdb");
        Process holder = held(file, LabChild.Work.HOLD, "600000", "held");
        try {
            LabException busy = catchThrowableOfType(
                    LabException.class, () -> Lab.at(file, LabLimits.DEFAULT, Duration.ofMillis(200)));
            assertThat(busy.kind()).isEqualTo(LabException.Kind.BUSY);
            assertThat(busy.getMessage()).contains(file.toString(), "process " + holder.pid());
        } finally {
            holder.destroyForcibly();
        }
        try (Lab lab = Lab.at(file, LabLimits.DEFAULT, Duration.ofMinutes(1))) {
            assertThat(lab.span()).isEmpty();
        }
    }

    @Test
    void runsAtOnceLoadOneAfterTheOther() throws IOException, InterruptedException {
        Path file = folder.resolve("lab.duckdb");
        List<Process> children = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            children.add(LabChild.start(file, LabChild.Work.ADD, events().toString(), folder.resolve("add" + i)));
        }
        for (Process child : children) {
            assertThat(child.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(child.exitValue()).isZero();
        }
        assertThat(loaded(file)).isEqualTo(3L * EVENTS);
    }

    @Test
    void aKilledLoadLeavesWholeLoadsOnly() throws IOException, InterruptedException {
        Path file = folder.resolve("lab.duckdb");
        Random random = random();
        for (int kill = 0; kill < KILLS; kill++) {
            killed(file, LabChild.Work.LOAD, events().toString(), random);

            assertThat(loaded(file) % EVENTS)
                    .as("events of a load that was not ended")
                    .isZero();
        }
    }

    @Test
    void aKilledDeployLeavesWholeObjectsOnly() throws IOException, InterruptedException {
        Path file = folder.resolve("lab.duckdb");
        Random random = random();
        for (int kill = 0; kill < KILLS; kill++) {
            killed(file, LabChild.Work.DEPLOY, "", random);

            try (Lab lab = Lab.at(file, LabLimits.DEFAULT, Duration.ofMinutes(1))) {
                assertThat(new LabConnector(lab, ToyDialect.TOY, "killed").deployed())
                        .hasSizeLessThan(2)
                        .noneMatch(RemoteObject::edited);
            }
        }
    }

    private static Random random() {
        long seed = new Random().nextLong();
        System.err.println("seed " + seed);
        return new Random(seed);
    }

    private void killed(Path file, LabChild.Work work, String word, Random random)
            throws IOException, InterruptedException {
        Process child = held(file, work, word, "sign" + random.nextInt());
        boolean ended = child.waitFor(random.nextInt(3000), TimeUnit.MILLISECONDS);
        assertThat(ended).as("ended before it was killed").isFalse();
        child.destroyForcibly();
        assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Starts a child and returns when it holds the file. */
    private Process held(Path file, LabChild.Work work, String word, String name) throws IOException {
        Path sign = folder.resolve(name);
        Process child = LabChild.start(file, work, word, sign);
        while (child.isAlive() && !Files.exists(sign)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(sign).exists();
        return child;
    }

    private Path events() throws IOException {
        Path events = folder.resolve("events.jsonl");
        if (!Files.exists(events)) {
            String event = Records.sysmonProcess("2026-11-01 10:00:00", "h", "u", "c");
            Files.write(events, Collections.nCopies(EVENTS, event));
        }
        return events;
    }

    private static long loaded(Path file) {
        try (Lab lab = Lab.at(file, LabLimits.DEFAULT, Duration.ofMinutes(1))) {
            return lab.coverage().get(0).events();
        }
    }
}
