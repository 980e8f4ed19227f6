package dev.harrier.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.LedgerEntry;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.measure.LedgerEntry.DayCoverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    private Path folder;

    @Test
    void everyKindOfEntryReadsBackAsItWas() {
        Hits hits = new Hits(3, 2, 1, 1, Optional.of(Instant.parse("2026-11-20T01:02:03.456Z")), Optional.empty());
        List<LedgerEntry> entries = List.of(
                count(1, new HitCount.Counted(hits, 77)),
                count(2, new HitCount.AtLeast(hits, "a \"peer\"\nwas down")),
                count(3, new HitCount.Blind("no table")),
                count(4, new HitCount.Unanswered("503 \u202e")),
                count(5, new HitCount.Counted(hits.withBlocked(2), 77)),
                count(6, new HitCount.Counted(hits.withBlocked(0), 77)),
                new DayCoverage(
                        EventKind.OTHER, "sentinel", LocalDate.parse("2026-11-20"), Instant.EPOCH, 9_000_000_000L, 12));
        Ledger ledger = new Ledger(folder);
        ledger.append(entries.subList(0, 2));
        ledger.append(entries.subList(2, 7));
        assertThat(ledger.read()).isEqualTo(new Ledger.Content(entries, 0));
    }

    @Test
    void whereNothingWasWrittenNothingIsRead() {
        assertThat(new Ledger(folder.resolve("none")).read().entries()).isEmpty();
    }

    @Test
    void aTornLastLineIsPassedOverAndWhatIsAppendedThenIsWhole() throws IOException {
        Ledger ledger = new Ledger(folder);
        ledger.append(List.of(count(1, new HitCount.Blind("one")), count(2, new HitCount.Blind("two"))));
        Path file = folder.resolve("ledger.jsonl");
        String whole = Files.readString(file);
        for (int cut = whole.indexOf('\n') + 2; cut < whole.length(); cut++) {
            Files.writeString(file, whole.substring(0, cut), StandardOpenOption.TRUNCATE_EXISTING);
            ledger.append(List.of(count(3, new HitCount.Blind("three"))));
            Ledger.Content content = ledger.read();
            assertThat(content.entries())
                    .contains(count(1, new HitCount.Blind("one")), count(3, new HitCount.Blind("three")));
            assertThat(content.entries().size() + content.unreadable()).isEqualTo(3);
        }
    }

    @Test
    void aFullFileIsPutAsideAndStillRead() throws IOException {
        Ledger ledger = new Ledger(folder, 500);
        List<LedgerEntry> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(count(i, new HitCount.Blind("entry " + i)));
            ledger.append(List.of(all.get(i)));
        }
        assertThat(ledger.read().entries()).isEqualTo(all);
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".jsonl"))).hasSizeGreaterThan(3);
        }
    }

    @Test
    void manyWritersLoseNothing() {
        IntStream.range(0, 40).parallel().forEach(i -> new Ledger(folder)
                .append(List.of(
                        count(i, new HitCount.Blind("first of " + i)),
                        count(i, new HitCount.Blind("second of " + i)))));
        Ledger.Content content = new Ledger(folder).read();
        assertThat(content.entries()).hasSize(80);
        assertThat(content.unreadable()).isZero();
    }

    @Test
    void aHeldLockIsNamedWithItsHolder() {
        try (FolderLock held = FolderLock.take(folder, ".validate.lock", Duration.ofSeconds(5))) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> FolderLock.take(folder, ".validate.lock", Duration.ZERO))
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContaining(".validate.lock is held by another run (process "
                            + ProcessHandle.current().pid());
        }
        FolderLock.take(folder, ".validate.lock", Duration.ZERO).close();
    }

    private static DayCount count(int hunt, HitCount count) {
        return new DayCount(
                HuntId.derived("hunt", Integer.toString(hunt)),
                "splunk",
                LocalDate.parse("2026-11-20"),
                Instant.parse("2026-11-21T02:00:00Z"),
                "0123456789abcdef",
                count);
    }
}
