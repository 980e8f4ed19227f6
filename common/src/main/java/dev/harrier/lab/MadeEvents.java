package dev.harrier.lab;

import java.util.List;
import java.util.Map;

/**
 * Events made from a hunt's logic, by Sigma's field names: {@code String}, {@code Long} or {@code Boolean} values, no times, no hosts.
 *
 * @param hits that meet it, at least one per way to do so that could be made
 * @param nearMisses that fail it by one clause
 */
public record MadeEvents(List<Map<String, Object>> hits, List<Map<String, Object>> nearMisses) {
    public MadeEvents {
        hits = List.copyOf(hits);
        nearMisses = List.copyOf(nearMisses);
    }
}
