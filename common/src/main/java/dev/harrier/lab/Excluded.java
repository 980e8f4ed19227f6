package dev.harrier.lab;

import java.util.List;

/** Events of a kind's source and id that are of no kind, known by how a field starts. */
record Excluded(List<Spelling> field, String start) {
    String key(String key, RawEvent event) {
        String value = EventSources.first(field, event);
        return value.startsWith(start) ? key + " " + value : key;
    }
}
