package dev.harrier.dialect;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest.Compare;
import dev.harrier.hunt.FieldTest.Compare.Order;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.NormalForm;
import dev.harrier.hunt.sigma.Correlation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A correlation with the logic of the rules that it names. True of a group of events when somewhere in time, not only between the
 * marks of a clock, a stretch no longer than the time span holds what the correlation asks for. Immutable.
 *
 * @param parts one per rule, in the correlation's order
 */
public record CorrelatedHunt(Correlation correlation, List<Logic.Detection> parts) {
    public CorrelatedHunt {
        requireNonNull(correlation, "correlation is null");
        parts = List.copyOf(parts);
        if (parts.size() != correlation.rules().size()) {
            throw new IllegalArgumentException(
                    parts.size() + " detections for " + correlation.rules().size() + " rules");
        }
    }

    /** The field of a part by which a group-by name is meant: an alias's, or the name itself. */
    public String field(String groupBy, int part) {
        Map<String, String> alias = correlation.aliases().getOrDefault(groupBy, Map.of());
        return alias.getOrDefault(correlation.rules().get(part), groupBy);
    }

    /** All parts as one, an event of any; empty where they look at different logs or group by different fields. */
    public Optional<Logic.Detection> merged() {
        Logic.Detection first = parts.get(0);
        boolean alike = parts.stream()
                        .allMatch(p -> p.kind() == first.kind() && p.source().equals(first.source()))
                && correlation.groupBy().stream().allMatch(this::sameField);
        List<Condition> conditions =
                parts.stream().map(Logic.Detection::condition).toList();
        return alike
                ? Optional.of(
                        new Logic.Detection(first.kind(), first.source(), NormalForm.of(new Condition.Any(conditions))))
                : Optional.empty();
    }

    private boolean sameField(String groupBy) {
        for (int part = 1; part < parts.size(); part++) {
            if (!field(groupBy, part).equals(field(groupBy, 0))) {
                return false;
            }
        }
        return true;
    }

    /** How many events, values or rules there must be at least; all rules where nothing is said. Empty where "at most" or "exactly" is asked. */
    public Optional<Long> least() {
        Compare condition = correlation
                .condition()
                .orElseGet(() ->
                        new Compare(Order.GREATER_OR_EQUAL, correlation.rules().size()));
        boolean more = condition.order() == Order.GREATER;
        boolean atLeast = more || condition.order() == Order.GREATER_OR_EQUAL;
        return atLeast ? Optional.of(Math.max(1, condition.value() + (more ? 1 : 0))) : Optional.empty();
    }
}
