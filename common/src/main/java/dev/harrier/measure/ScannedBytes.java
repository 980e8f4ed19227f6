package dev.harrier.measure;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.HuntId;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one run's queries made a target read, which is what some targets bill. A run that takes its counts from the ledger reads nothing.
 *
 * @param bytes in all, empty where the target doesn't tell
 * @param byHunt bytes that were read for one hunt; what is read for all of them, such as telemetry, is in no entry
 */
public record ScannedBytes(OptionalLong bytes, SortedMap<HuntId, Long> byHunt) {
    /** Of a target that tells nothing. */
    public static final ScannedBytes UNTOLD = new ScannedBytes(OptionalLong.empty(), Map.of());

    public ScannedBytes {
        requireNonNull(bytes, "bytes is null");
        byHunt = Collections.unmodifiableSortedMap(new TreeMap<>(byHunt));
    }

    /** With entries in any order. */
    public ScannedBytes(OptionalLong bytes, Map<HuntId, Long> byHunt) {
        this(bytes, new TreeMap<>(byHunt));
    }

    /** A number of bytes for people, in the units that clouds bill by: {@code 1.50 MB}, {@code 12.00 GB}. */
    public static String words(long bytes) {
        return bytes < 10_000_000
                ? String.format(Locale.ROOT, "%.2f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }
}
