package dev.harrier.sentinel.azure;

import com.azure.core.util.BinaryData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Adds up what queries read, by the statistics that come with {@code Prefer: include-statistics=true}: bytes of the column store that were
 * found in the hot and cold caches, missed there or read past them, and of rows too new for it. {@code datasetStatistics} says how
 * large the <em>result</em> is, and isn't asked. Thread-safe.
 */
final class Scanned {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHARDS = "/query/resourceUsage/cache/shards/";
    private static final List<String> BYTES = List.of(
            SHARDS + "hot/hitbytes",
            SHARDS + "hot/missbytes",
            SHARDS + "cold/hitbytes",
            SHARDS + "cold/missbytes",
            SHARDS + "bypassbytes",
            "/query/inputDatasetStatistics/rowstores/scannedValuesSize");

    private boolean told;
    private long bytes;

    /**
     * Adds what one query read.
     *
     * @param statistics as the SDK hands them over: null where there are none
     * @return its bytes, empty if the service doesn't tell
     */
    OptionalLong add(BinaryData statistics) {
        OptionalLong read = bytes(read(statistics));
        read.ifPresent(this::add);
        return read;
    }

    private synchronized void add(long read) {
        told = true;
        bytes += read;
    }

    private static OptionalLong bytes(JsonNode statistics) {
        List<JsonNode> told = BYTES.stream()
                .map(statistics::at)
                .filter(JsonNode::isIntegralNumber)
                .toList();
        return told.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(told.stream()
                        .mapToLong(value -> Math.max(0, value.asLong()))
                        .sum());
    }

    synchronized OptionalLong bytes() {
        return told ? OptionalLong.of(bytes) : OptionalLong.empty();
    }

    private static JsonNode read(BinaryData statistics) {
        try {
            return statistics == null ? Arm.nothing() : JSON.readTree(statistics.toBytes());
        } catch (IOException e) {
            return Arm.nothing();
        }
    }
}
