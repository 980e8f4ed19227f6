package dev.harrier.splunk.dialect;

import dev.harrier.dialect.TableMapping;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where raw events of a kind are, as the name of its table in {@code raw.tsv} says it.
 *
 * @param source Splunk's {@code source}
 * @param eventCodes numbers, ascending
 */
record RawSource(String source, List<String> eventCodes) {
    static RawSource of(TableMapping mapping) {
        int colon = mapping.table().lastIndexOf(':');
        return new RawSource(
                mapping.table().substring(0, colon),
                Arrays.asList(mapping.table().substring(colon + 1).split(",")));
    }

    /** The constraint in search terms. */
    String terms() {
        return "source=\"" + source + "\" " + eventCode();
    }

    private String eventCode() {
        return eventCodes.size() == 1
                ? "EventCode=" + eventCodes.get(0)
                : eventCodes.stream().collect(Collectors.joining(", ", "EventCode IN (", ")"));
    }
}
