package dev.harrier.history;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every change that was carried out, on disk: {@code deployments.jsonl} beside the ledger. Safe for several threads and processes. */
public final class DeploymentLog {
    private static final long MOST_BYTES = 64L << 20;

    private final JsonLinesFile file;

    /** The log in a folder, made when something is appended. */
    public DeploymentLog(Path folder) {
        this.file = new JsonLinesFile(requireNonNull(folder, "folder is null"), "deployments", MOST_BYTES);
    }

    /**
     * All changes, oldest first; torn lines are passed over.
     *
     * @throws HistoryException if it can't be read
     */
    public List<AppliedChange> read() {
        List<AppliedChange> changes = new ArrayList<>();
        file.read(line -> changes.add(AppliedChangeJson.read(line)));
        return changes;
    }

    /**
     * Writes changes down, and returns when they are on disk.
     *
     * @throws HistoryException if they can't be written
     */
    public void append(List<AppliedChange> changes) {
        file.append(changes.stream().map(AppliedChangeJson::of).toList());
    }
}
