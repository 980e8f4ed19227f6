package dev.harrier.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The packs on the way from a folder down to its files; looks at each folder once. Not thread-safe. */
final class PackFolders {
    private static final String FACTS = "pack.json";
    private static final String RULES = "hunts";

    private final Path root;
    private final Map<Path, Boolean> known = new HashMap<>();

    PackFolders(Path root) {
        this.root = root;
    }

    /** Whether a file is of a pack, and none of its rules. */
    boolean isExported(Path file) {
        Path inner = file;
        Optional<Path> folder = Optional.ofNullable(file.getParent());
        while (folder.isPresent() && !inner.equals(root)) {
            if (isPack(folder.get())) {
                return !inner.equals(folder.get().resolve(RULES));
            }
            inner = folder.get();
            folder = Optional.ofNullable(inner.getParent());
        }
        return false;
    }

    private boolean isPack(Path folder) {
        return known.computeIfAbsent(
                folder, each -> Files.exists(each.resolve(FACTS)) && Files.isDirectory(each.resolve(RULES)));
    }
}
