package dev.harrier.config;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What single hunts leave out at this site: events whose field has exactly one of these values, whatever its case. Immutable.
 *
 * @param byHunt values by field of the event model, by hunt
 */
public record SiteAllowlist(Map<HuntId, SortedMap<String, List<String>>> byHunt) {
    /** Nothing is left out. */
    public static final SiteAllowlist NONE = new SiteAllowlist(Map.of());

    public SiteAllowlist {
        byHunt = Map.copyOf(byHunt);
    }

    /**
     * A hunt as this site wants it: the same, its condition narrowed. A native query stays as it is, for it has no condition.
     */
    public Hunt narrowed(Hunt hunt) {
        SortedMap<String, List<String>> fields = byHunt.getOrDefault(hunt.id(), Collections.emptySortedMap());
        return fields.isEmpty() || !(hunt.logic() instanceof Logic.Detection detection)
                ? hunt
                : hunt.withLogic(new Logic.Detection(
                        detection.kind(), detection.source(), narrowed(detection.condition(), new TreeMap<>(fields))));
    }

    private static Condition narrowed(Condition condition, SortedMap<String, List<String>> fields) {
        List<Condition> allowed = new ArrayList<>();
        fields.forEach((field, values) -> values.forEach(value ->
                allowed.add(new Condition.Match(field, new FieldTest.Like(TextPattern.exactly(value), false)))));
        return new Condition.All(List.of(condition, new Condition.Not(new Condition.Any(allowed))));
    }
}
