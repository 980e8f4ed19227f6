package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.history.Ledger;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.catalogue.Catalogue;
import dev.harrier.hunt.catalogue.CatalogueEntry;
import dev.harrier.hunt.sigma.SigmaWriter;
import dev.harrier.measure.LedgerEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A nightly run that is really killed ({@code kill -9}) at a random point, and the next one: the ledger then holds each hunt, target and
 * day once, and the verdicts are those of a run that nobody killed. The lab, kept in a file, is the SIEM, in every language.
 */
@Tag("slow")
class ValidateKilledTest {
    /** More by {@code -Dvalidate.kills=50}, as scripts/bench does. */
    private static final int KILLS = Integer.getInteger("validate.kills", 3);

    private static final int HUNTS = 40;
    private static final String EVENTS = "/dev/harrier/demo/events.jsonl.gz";

    @TempDir
    private Path folder;

    @Test
    void aRunThatIsKilledAnywhereIsTakenUpByTheNext() throws IOException, InterruptedException {
        prepare();
        long begin = System.nanoTime();
        assertThat(validate().waitFor(5, TimeUnit.MINUTES)).isTrue();
        long whole = System.nanoTime() - begin;
        List<String> verdicts = verdicts();
        Map<List<String>, Long> entries = entries();
        assertThat(entries.values()).as("an entry for each bucket").containsOnly(1L);
        assertThat(verdicts).isNotEmpty();

        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int killed = 0;
        int midway = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            String what = "seed " + seed + ", kill " + kill;
            forget();
            Process child = validate();
            boolean ended = child.waitFor((long) (whole * random.nextDouble()), TimeUnit.NANOSECONDS);
            child.destroyForcibly();
            assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
            killed += ended ? 0 : 1;
            int there = entries().size();
            midway += there > 0 && there < entries.size() ? 1 : 0;

            assertThat(validate().waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(differing(entries(), entries))
                    .as(what + ": lost, or twice")
                    .isEmpty();
            assertThat(verdicts()).as(what).isEqualTo(verdicts);
        }
        System.out.printf(
                "validate: %d entries, %d verdicts; %d runs killed, %d of them with a part of the ledger written; seed %d%n",
                entries.size(), verdicts.size(), killed, midway, seed);
    }

    /** A pack of rules, and a lab of a week's events. */
    private void prepare() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("packs"));
        List<Hunt> hunts = Catalogue.shipped().entries().stream()
                .map(CatalogueEntry::hunt)
                .limit(HUNTS)
                .toList();
        for (Hunt hunt : hunts) {
            Files.writeString(folder.resolve("packs").resolve(hunt.fileName() + ".yml"), SigmaWriter.write(hunt));
        }
        try (InputStream events = ValidateKilledTest.class.getResourceAsStream(EVENTS)) {
            Files.copy(events, folder.resolve("events.jsonl.gz"));
        }
        Harrier.Run plan = new Harrier(folder).run("plan", "--lab=lab.db", "--to=lab", "--events=events.jsonl.gz");
        assertThat(plan.exit()).as(plan.err()).isZero();
    }

    private Process validate() throws IOException {
        Files.deleteIfExists(folder.resolve("report.ndjson"));
        return new Harrier(folder).start("validate", "--lab=lab.db", "--to=lab", "--report", "ndjson=report.ndjson");
    }

    private void forget() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("history"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /** How many entries there are of each bucket: a hunt or kind, a target, a day. */
    private Map<List<String>, Long> entries() {
        return new Ledger(folder.resolve("history"))
                .read().entries().stream()
                        .collect(Collectors.groupingBy(
                                ValidateKilledTest::bucket,
                                () -> new TreeMap<>(Comparator.comparing(List::toString)),
                                Collectors.counting()));
    }

    private static List<String> differing(Map<List<String>, Long> one, Map<List<String>, Long> other) {
        return Stream.concat(one.keySet().stream(), other.keySet().stream())
                .distinct()
                .filter(bucket -> !one.getOrDefault(bucket, 0L).equals(other.getOrDefault(bucket, 0L)))
                .map(bucket -> bucket + ": " + one.getOrDefault(bucket, 0L) + ", not " + other.getOrDefault(bucket, 0L))
                .toList();
    }

    private static List<String> bucket(LedgerEntry entry) {
        String what = entry instanceof LedgerEntry.DayCount count
                ? count.hunt() + " " + count.count()
                : ((LedgerEntry.DayCoverage) entry).kind().category();
        return List.of(what, entry.target(), entry.day().toString());
    }

    private List<String> verdicts() throws IOException {
        return Files.readAllLines(folder.resolve("report.ndjson")).stream()
                .map(line -> line.replaceFirst("\"at\":\"[^\"]*\",?", ""))
                .sorted()
                .toList();
    }
}
