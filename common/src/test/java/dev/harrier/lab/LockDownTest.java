package dev.harrier.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harrier.deploy.Deployment;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockDownTest {
    private static final String RECORD = Records.sysmonProcess("2026-11-01 10:00:00", "h", "u", "c");
    private static final Window DAY = new Window(
            java.time.Instant.parse("2026-11-01T00:00:00Z"), java.time.Instant.parse("2026-11-02T00:00:00Z"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_text('/etc/passwd')",
                "COPY store.logon TO '/tmp/harrier-must-not-be-there.csv'",
                "ATTACH '/tmp/harrier-must-not-be-there.db'",
                "INSTALL httpfs",
                "SET enable_external_access = true",
                "SET lock_configuration = false",
                "SET allowed_configs = ['temp_directory']",
                "SET memory_limit = '64GB'"
            })
    void hostileSqlReachesNothingOutside(String sql) {
        try (Lab lab = Lab.inMemory()) {
            assertThatThrownBy(() -> Rows.of(lab, sql)).isInstanceOf(LabException.class);
        }
    }

    @Test
    void searchesCannotWrite() throws Exception {
        try (Lab lab = Lab.inMemory()) {
            lab.install(ToyDialect.TOY);
            lab.load("a", Records.lines(RECORD));
            assertThatThrownBy(
                            () -> new LabSearch(lab.database(), "toy").count("DELETE FROM store.process_creation", DAY))
                    .isInstanceOf(java.sql.SQLException.class);
            assertThat(lab.coverage().get(0).events()).isEqualTo(1);
        }
    }

    @Test
    void aSearchThatTakesTooLongIsUnanswered() {
        try (Lab lab = Lab.inMemory(new LabLimits(512, 2, Duration.ofSeconds(1)))) {
            lab.load("a", Records.lines(RECORD));
            LabConnector connector = new LabConnector(lab, ToyDialect.TOY, "d");
            String endless = "PROCESS_CREATION where (SELECT count(*) FROM range(10000000000) a, range(100000) b"
                    + " WHERE hash(a.range) % 7 = hash(b.range) % 5) > 0";

            HitCount count = connector.count(new Deployment(Hunts.any(), endless, Deployment.State.SHADOW), DAY);

            assertThat(count).isInstanceOfSatisfying(HitCount.Unanswered.class, answer -> assertThat(answer.why())
                    .contains("1 s"));
        }
    }

    @Test
    void textOutsideTheLanguageIsUnansweredWithItsPlace() {
        try (Lab lab = Lab.inMemory()) {
            LabConnector connector = new LabConnector(lab, ToyDialect.TOY, "d");

            HitCount count = connector.count(new Deployment(Hunts.any(), "gibberish", Deployment.State.SHADOW), DAY);

            assertThat(count).isEqualTo(new HitCount.Unanswered("the lab can't run it: line 1, column 10: no where"));
        }
    }

    @Test
    void runsAtOnceEachHaveTheirWindow() throws Exception {
        try (Lab lab = Lab.inMemory()) {
            LabConnector connector = new LabConnector(lab, ToyDialect.TOY, "d");
            for (int hour = 0; hour < 24; hour++) {
                String record = Records.sysmonProcess("2026-11-01 %02d:00:00".formatted(hour), "h", "u", "c");
                lab.load("hour", Records.lines(record));
            }
            Deployment all = new Deployment(Hunts.any(), "PROCESS_CREATION where true", Deployment.State.SHADOW);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<Long>> counts = threads.invokeAll(IntStream.rangeClosed(1, 24)
                    .mapToObj(hours -> (Callable<Long>) () -> {
                        Window window = new Window(DAY.from(), DAY.from().plus(Duration.ofHours(hours)));
                        return ((HitCount.Counted) connector.count(all, window))
                                .hits()
                                .events();
                    })
                    .toList());
            threads.shutdown();

            for (int i = 0; i < counts.size(); i++) {
                assertThat(counts.get(i).get()).isEqualTo(i + 1);
            }
        }
    }

    @Test
    void aFileKeepsItsEventsAndAFailedLoadLeavesNoTrace() {
        Path file = folder.resolve("lab.duckdb");
        try (Lab lab = Lab.at(file)) {
            lab.load("a", Records.lines(RECORD));
            assertThatThrownBy(() -> lab.load("b", Records.lines("[" + RECORD + ",")))
                    .isInstanceOf(LabException.class);
        }
        try (Lab lab = Lab.at(file);
                Lab again = Lab.at(file)) {
            assertThat(lab.coverage().get(0).events()).isEqualTo(1);
            assertThat(again.coverage().get(0).events()).isEqualTo(1);
        }
    }

    @Test
    void whatIsNoLabIsSaidSo() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "these are notes, not a lab".repeat(1000));

        LabException failure = catchThrowableOfType(LabException.class, () -> Lab.at(file));

        assertThat(failure.kind()).isEqualTo(LabException.Kind.STORAGE);
        assertThat(failure.getMessage()).contains(file.toString());
    }
}
