package dev.harrier.config;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.HuntId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the section {@code allow}: hunts' ids, in each fields of the event model with values. */
final class AllowReader {
    private AllowReader() {}

    static SiteAllowlist read(Section allow) {
        Map<HuntId, SortedMap<String, List<String>>> byHunt = new HashMap<>();
        for (String key : allow.keys()) {
            Optional<HuntId> hunt = id(key);
            if (hunt.isEmpty()) {
                allow.wrong(key, "is not a hunt's id");
            }
            allow.anySection(key).ifPresent(section -> hunt.ifPresent(id -> byHunt.put(id, fields(section))));
        }
        return new SiteAllowlist(byHunt);
    }

    private static SortedMap<String, List<String>> fields(Section section) {
        SortedMap<String, List<String>> fields = new TreeMap<>();
        for (String field : section.keys()) {
            if (!isField(field)) {
                section.wrong(field, "is no field of an event");
            }
            if (section.texts(field).isEmpty()) {
                section.wrong(field, "names no value");
            }
            fields.put(field, section.texts(field));
        }
        return fields;
    }

    private static boolean isField(String name) {
        return Arrays.stream(EventKind.values())
                .anyMatch(kind -> EventModel.shipped().field(kind, name).isPresent());
    }

    private static Optional<HuntId> id(String text) {
        try {
            return Optional.of(HuntId.parse(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
