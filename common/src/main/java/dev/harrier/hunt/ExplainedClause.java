package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One clause of a hunt as it is now, with what it rests on. Immutable.
 *
 * @param words see {@link ClauseText}
 * @param grounds the quotes that it came from; none where a rule's author wrote it
 */
public record ExplainedClause(String words, List<Ground> grounds) {
    public ExplainedClause {
        requireNonNull(words, "words is null");
        grounds = List.copyOf(grounds);
    }

    /** The clauses of a hunt, in order; none of a native query, whose text an analyst wrote. */
    public static List<ExplainedClause> of(Hunt hunt) {
        if (!(hunt.logic() instanceof Logic.Detection detection)) {
            return List.of();
        }
        Map<String, List<Ground>> grounds = new HashMap<>();
        hunt.grounds().forEach(ground -> ground.clauses()
                .forEach(words ->
                        grounds.computeIfAbsent(words, w -> new ArrayList<>(1)).add(ground)));
        return ClauseText.clauses(detection.condition()).stream()
                .map(words -> new ExplainedClause(words, grounds.getOrDefault(words, List.of())))
                .toList();
    }
}
