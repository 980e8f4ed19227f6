package dev.harrier.verdict;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.Hunt;
import dev.harrier.measure.HitCount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two targets that both searched everything and saw different things: one a hit, the other none.
 *
 * @param hunt the hunt
 * @param hit the target that saw it
 * @param miss the target that didn't
 * @param explanation where to look, for people
 */
public record Disagreement(Hunt hunt, String hit, String miss, String explanation) {
    public Disagreement {
        requireNonNull(hunt, "hunt is null");
        requireNonNull(hit, "hit is null");
        requireNonNull(miss, "miss is null");
        requireNonNull(explanation, "explanation is null");
    }

    /** Every disagreement among verdicts of one window, by hunt. */
    public static List<Disagreement> among(List<HuntVerdict> verdicts) {
        Map<Object, List<HuntVerdict>> byHunt = new LinkedHashMap<>();
        verdicts.stream()
                .filter(verdict -> verdict.count() instanceof HitCount.Counted)
                .forEach(verdict -> byHunt.computeIfAbsent(verdict.hunt().id(), key -> new ArrayList<>())
                        .add(verdict));
        List<Disagreement> found = new ArrayList<>();
        for (List<HuntVerdict> of : byHunt.values()) {
            of.stream()
                    .filter(verdict -> counted(verdict).hits().events() > 0)
                    .findFirst()
                    .ifPresent(hit -> of.stream()
                            .filter(verdict -> counted(verdict).hits().events() == 0)
                            .forEach(miss -> found.add(of(hit, miss))));
        }
        return found;
    }

    private static Disagreement of(HuntVerdict hit, HuntVerdict miss) {
        long there = counted(hit).searched();
        long here = counted(miss).searched();
        String where = here < there / 2
                ? "coverage: " + miss.target() + " searched " + here + " events where " + hit.target() + " searched "
                        + there + "; the hosts that were hit may not report there"
                : "mapping or lag: both searched about as many events (" + there + " and " + here
                        + "); compare the two queries, and the time of the last event on each side";
        return new Disagreement(hit.hunt(), hit.target(), miss.target(), where);
    }

    private static HitCount.Counted counted(HuntVerdict verdict) {
        return (HitCount.Counted) verdict.count();
    }
}
