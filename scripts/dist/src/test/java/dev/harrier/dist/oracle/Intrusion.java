package dev.harrier.dist.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The intrusion in the mostly benign Defender events: whatever Mshta started, and the library that its script loaded, and what these
 * started in turn, told by Defender's own keys of process starts. What it did through other processes is not known from these events.
 *
 * @param intruders lines of the intrusion
 * @param others all other lines
 */
record Intrusion(List<String> intruders, List<String> others) {
    private static final String LIBRARY = "socks.dat";
    private static final String SCRIPT_HOST = "mshta";

    Intrusion {
        intruders = List.copyOf(intruders);
        others = List.copyOf(others);
    }

    static Intrusion in(List<String> lines) throws JsonProcessingException {
        List<Started> all = new ArrayList<>();
        for (String line : lines) {
            all.add(Started.of(line));
        }
        Set<String> keys = keys(all);
        List<String> intruders = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            (keys.contains(all.get(i).key()) ? intruders : others).add(lines.get(i));
        }
        return new Intrusion(intruders, others);
    }

    /** Lines are in no order, so that a child may stand before its parent. */
    private static Set<String> keys(List<Started> all) {
        Set<String> keys = new HashSet<>();
        int before = -1;
        while (before != keys.size()) {
            before = keys.size();
            for (Started process : all) {
                if (process.root() || keys.contains(process.parentKey())) {
                    keys.add(process.key());
                }
            }
        }
        return keys;
    }

    private record Started(String key, String parentKey, boolean root) {
        static Started of(String line) throws JsonProcessingException {
            JsonNode event = new ObjectMapper().readTree(line);
            JsonNode raw = event.path("raw");
            String words = (event.path("CommandLine").asText()
                            + ' '
                            + event.path("ParentFileName").asText())
                    .toLowerCase(Locale.ROOT);
            return new Started(
                    raw.path("CreatedProcessStartKey").asText(),
                    raw.path("InitiatingProcessStartKey").asText(),
                    words.contains(SCRIPT_HOST) || words.contains(LIBRARY));
        }
    }
}
