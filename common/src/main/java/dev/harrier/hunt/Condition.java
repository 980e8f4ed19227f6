package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a hunt looks for in one event: a small closed tree. An absent or null field behaves as the empty text: a {@link Match} on
 * it is false unless its test accepts the empty text, and {@link Not} of it is true. Every dialect keeps to that.
 */
public sealed interface Condition {
    /** Calls the visitor's method for this node. */
    <R> R accept(Visitor<R> visitor);

    /** One method per node; Java 17 has no exhaustive switch over sealed types. */
    interface Visitor<R> {
        R all(All all);

        R any(Any any);

        R not(Not not);

        R match(Match match);
    }

    /** True when every part is. At least one part. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = nonEmpty(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.all(this);
        }
    }

    /** True when at least one part is. At least one part. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = nonEmpty(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.any(this);
        }
    }

    /** True when its part is not. */
    record Not(Condition part) implements Condition {
        public Not {
            requireNonNull(part, "part is null");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /**
     * True when the event's field passes the test.
     *
     * @param field in Sigma's spelling, see {@link EventModel}
     * @param test what its value must be
     */
    record Match(String field, FieldTest test) implements Condition {
        public Match {
            requireNonNull(field, "field is null");
            requireNonNull(test, "test is null");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.match(this);
        }
    }

    private static List<Condition> nonEmpty(List<Condition> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a group without parts means nothing");
        }
        return List.copyOf(parts);
    }
}
