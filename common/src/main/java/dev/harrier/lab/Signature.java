package dev.harrier.lab;

import java.util.List;

/** Records that say neither their channel nor their table, known by the fields that they all have. */
record Signature(List<List<Spelling>> fields, String key) {
    boolean fits(RawEvent event) {
        for (List<Spelling> field : fields) {
            if (EventSources.first(field, event).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
