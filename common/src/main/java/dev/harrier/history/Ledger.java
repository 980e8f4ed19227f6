package dev.harrier.history;

import static java.util.Objects.requireNonNull;

import dev.harrier.measure.LedgerEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The history of counts on disk: {@code ledger.jsonl} in a folder of its own. Safe for several threads and processes; what was appended
 * stays appended though the process be killed.
 */
public final class Ledger {
    private static final long MOST_BYTES = 64L << 20;

    private final JsonLinesFile file;

    /**
     * The ledger in a folder.
     *
     * @param folder made when something is appended
     */
    public Ledger(Path folder) {
        this(folder, MOST_BYTES);
    }

    Ledger(Path folder, long mostBytes) {
        this.file = new JsonLinesFile(requireNonNull(folder, "folder is null"), "ledger", mostBytes);
    }

    /**
     * What is written there.
     *
     * @param entries in the order of their writing
     * @param unreadable lines that hold none: torn by a kill, or of a later version
     */
    public record Content(List<LedgerEntry> entries, int unreadable) {
        public Content {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Reads everything; nothing where there is no ledger yet.
     *
     * @throws HistoryException if it can't be read
     */
    public Content read() {
        List<LedgerEntry> entries = new ArrayList<>();
        int unreadable = file.read(line -> entries.add(LedgerJson.read(line)));
        return new Content(entries, unreadable);
    }

    /**
     * Adds entries, and returns when they are on disk.
     *
     * @throws HistoryException if they can't be written, or another process holds the ledger for too long
     */
    public void append(List<? extends LedgerEntry> entries) {
        file.append(entries.stream().map(LedgerJson::of).toList());
    }
}
