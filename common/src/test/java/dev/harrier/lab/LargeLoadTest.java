package dev.harrier.lab;

import static dev.harrier.lab.Records.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harrier.hunt.EventKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads so large that they are two transactions: they must look like one. */
@SuppressWarnings({"JdkObsolete", "InputStreamSlowMultibyteRead"
}) // SequenceInputStream takes nothing younger; these are read once
class LargeLoadTest {
    private static final int LINES = 20_000;
    private static final String LONG = "x".repeat(1_000);
    private static final String UNFINISHED = "SELECT count(*) FROM store.unfinished_loads";

    @TempDir
    private Path folder;

    @Test
    void aLargeLoadIsWholeAndItsDuplicatesAreDroppedAcrossItsTransactions() {
        try (Lab lab = Lab.inMemory()) {
            LoadReport report = lab.load("large", parts(sysmon(), security()));

            assertThat(report.loaded()).containsEntry(EventKind.PROCESS_CREATION, 2L * LINES);
            assertThat(report.duplicates()).isEqualTo(2L * LINES);
            assertThat(Rows.of(
                            lab,
                            "SELECT _source, count(*), count(DISTINCT _load) FROM store.process_creation GROUP BY ALL"))
                    .containsExactly("sysmon/1|" + 2 * LINES + "|1");
            assertThat(Rows.of(lab, UNFINISHED)).containsExactly("0");
            assertThat(lab.coverage().get(0).events()).isEqualTo(2L * LINES);
        }
    }

    @Test
    void aLargeLoadGivesTheSameTableEveryTime() {
        List<String> first;
        try (Lab lab = Lab.inMemory()) {
            lab.load("large", parts(sysmon()));
            first = Rows.of(lab, "SELECT \"ProcessId\" FROM store.process_creation");
        }
        try (Lab lab = Lab.inMemory()) {
            lab.load("large", parts(sysmon()));
            assertThat(Rows.of(lab, "SELECT \"ProcessId\" FROM store.process_creation"))
                    .isEqualTo(first);
        }
    }

    /**
     * The kinds that are few are written by one transaction each, in their order; those that are many by both, in turn. The few are
     * one of each transaction, so that one of them waits when the load ends.
     */
    @Test
    void ofALargeLoadNothingWaitsForEver() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3 * LINES; i++) {
            String process = line("sysmon", i);
            lines.append(
                            i % 10 == 0
                                    ? process
                                    : process.replace("\"EventID\":1,", "\"EventID\":" + (i % 10 == 1 ? 12 : 3) + ","))
                    .append('\n');
        }
        try (Lab lab = Lab.inMemory()) {
            LoadReport report = lab.load("large", Records.lines(lines.toString()));

            assertThat(report.loaded())
                    .containsEntry(EventKind.PROCESS_CREATION, 3L * LINES / 10)
                    .containsEntry(EventKind.NETWORK_CONNECTION, 24L * LINES / 10)
                    .containsEntry(EventKind.REGISTRY_ADD, 3L * LINES / 10);
            assertThat(numbers(lab, "process_creation")).hasSize(3 * LINES / 10).isSorted();
            assertThat(numbers(lab, "registry_add")).hasSize(3 * LINES / 10).isSorted();
            assertThat(numbers(lab, "network_connection"))
                    .hasSize(24 * LINES / 10)
                    .doesNotHaveDuplicates();
        }
    }

    private static List<Integer> numbers(Lab lab, String table) {
        return Rows.of(lab, "SELECT \"ProcessId\" FROM store." + table).stream()
                .map(Integer::valueOf)
                .toList();
    }

    @Test
    void aLargeLoadThatBreaksOffLeavesNothing() {
        try (Lab lab = Lab.inMemory()) {
            InputStream broken = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("the disk is gone");
                }
            };
            LabException failure = catchThrowableOfType(
                    LabException.class, () -> lab.load("large", new SequenceInputStream(parts(sysmon()), broken)));

            assertThat(failure.kind()).isEqualTo(LabException.Kind.CUT_SHORT);
            assertThat(lab.span()).isEmpty();
            assertThat(Rows.of(lab, UNFINISHED)).containsExactly("0");
            assertThat(lab.load("again", parts(sysmon())).events()).isEqualTo(2L * LINES);
        }
    }

    @Test
    void aLoadKilledBetweenItsTransactionsIsTakenBackWhenTheLabIsOpenedNext() {
        Path file = folder.resolve("lab.duckdb");
        try (Lab lab = Lab.at(file)) {
            lab.load("whole", Records.lines(line("sysmon", 1)));
            lab.load("killed", Records.lines(line("sysmon", 2)));
            lab.database().transaction("as the kill left it", connection -> {
                try (java.sql.Statement statement = connection.createStatement()) {
                    return statement.executeUpdate(
                            "INSERT INTO store.unfinished_loads SELECT max(_load) FROM store.process_creation");
                }
            });
        }
        try (Lab lab = Lab.at(file)) {
            assertThat(Rows.of(lab, "SELECT \"ProcessId\" FROM store.process_creation"))
                    .containsExactly("1");
            assertThat(Rows.of(lab, UNFINISHED)).containsExactly("0");
        }
    }

    @Test
    void aLoadThatIsGoingOnIsLeftAloneByWhoeverOpensTheLabToo() {
        LabLimits limits = new LabLimits(2048, 2, Duration.ofMinutes(1));
        Path file = folder.resolve("lab.duckdb");
        List<String> seen = new ArrayList<>();
        try (Lab lab = Lab.at(file, limits)) {
            InputStream between = new InputStream() {
                @Override
                public int read() {
                    try (Lab again = Lab.at(file, limits)) {
                        seen.add(again.coverage().get(0).events() + " events");
                        seen.addAll(Rows.of(again, UNFINISHED));
                    }
                    return -1;
                }
            };
            lab.load("large", new SequenceInputStream(parts(sysmon()), between));

            assertThat(seen).startsWith("0 events", "1").containsOnly("0 events", "1");
            assertThat(lab.coverage().get(0).events()).isEqualTo(2L * LINES);
        }
    }

    @Test
    void twoTransactionsAreForLoadsThatFitIntoMemory() {
        LabLimits limits = new LabLimits(2048, 2, Duration.ofMinutes(1));

        assertThat(InsertLane.twoFit(5, 900, limits)).isTrue();
        assertThat(InsertLane.twoFit(30, 900, limits)).isFalse();
        assertThat(InsertLane.twoFit(5, 900, new LabLimits(512, 2, Duration.ofMinutes(1))))
                .isFalse();
    }

    private static InputStream parts(InputStream... parts) {
        return new SequenceInputStream(Collections.enumeration(List.of(parts)));
    }

    private static InputStream sysmon() {
        return new SequenceInputStream(half("sysmon", 0), half("sysmon", LINES));
    }

    private static InputStream security() {
        return new SequenceInputStream(half("security", 0), half("security", LINES));
    }

    private static InputStream half(String log, int from) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < from + LINES; i++) {
            text.append(line(log, i)).append('\n');
        }
        return Records.lines(text.toString());
    }

    private static String line(String log, int number) {
        return log.equals("sysmon")
                ? json("{'EventID':1,'SourceName':'Microsoft-Windows-Sysmon','UtcTime':'2026-11-01 10:00:00',"
                        + "'Hostname':'h','ProcessId':'" + number + "','CommandLine':'" + LONG + "'}")
                : json("{'EventID':4688,'Channel':'security','@timestamp':'2026-11-01T10:00:00Z','Hostname':'h',"
                        + "'ProcessId':'" + number + "','CommandLine':'" + LONG + "'}");
    }
}
