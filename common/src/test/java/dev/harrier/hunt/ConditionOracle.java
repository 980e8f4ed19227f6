package dev.harrier.hunt;

import java.util.Map;

/**
 * What a condition means, told by interpreting it directly over one event: the reference that dialects, the lab and the Sigma
 * reader are compared with. Written without a look at any of them. Stateless, thread-safe.
 *
 * <p>An event is a map from Sigma's field names to values: {@code String}, {@code Long} or {@code Integer}, {@code Boolean}. An
 * absent field, a null and the empty text are the same thing. Texts are compared without regard to case, code point by code point
 * (upper case, then lower case, no locale), unless the test says {@code cased}.
 */
public final class ConditionOracle {
    private ConditionOracle() {}

    /** Whether a condition is true of an event. */
    public static boolean matches(Condition condition, Map<String, ?> event) {
        return condition.accept(new Interpreter(event));
    }

    /** Whether a detection's condition is true of an event, which must be of its kind. */
    public static boolean matches(Logic.Detection detection, Map<String, ?> event) {
        return matches(detection.condition(), event);
    }

    private record Interpreter(Map<String, ?> event) implements Condition.Visitor<Boolean> {
        @Override
        public Boolean all(Condition.All all) {
            return all.parts().stream().allMatch(part -> part.accept(this));
        }

        @Override
        public Boolean any(Condition.Any any) {
            return any.parts().stream().anyMatch(part -> part.accept(this));
        }

        @Override
        public Boolean not(Condition.Not not) {
            return !not.part().accept(this);
        }

        @Override
        public Boolean match(Condition.Match match) {
            return match.test().accept(new TestOracle(match.field(), event));
        }
    }
}
