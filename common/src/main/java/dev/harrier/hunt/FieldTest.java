package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/** What a field's value must be. Closed: what a dialect cannot say exactly of it is unsupported there, never approximated. */
public sealed interface FieldTest {
    /** Calls the visitor's method for this test. */
    <R> R accept(Visitor<R> visitor);

    /** One method per test. */
    interface Visitor<R> {
        R like(Like like);

        R regex(Regex regex);

        R subnet(InSubnet subnet);

        R compare(Compare compare);

        R exists(Exists exists);

        R equalsField(EqualsField equalsField);
    }

    /**
     * The whole value fits a pattern.
     *
     * @param cased whether case matters; Sigma's default is that it doesn't
     */
    record Like(TextPattern pattern, boolean cased) implements FieldTest {
        public Like {
            requireNonNull(pattern, "pattern is null");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.like(this);
        }
    }

    /** A part of the value matches a regular expression (PCRE subset common to the targets; case matters unless {@code i}). */
    record Regex(String expression, Set<Flag> flags) implements FieldTest {
        /** Sigma's {@code re} sub-modifiers. */
        public enum Flag {
            IGNORE_CASE,
            MULTILINE,
            DOT_ALL
        }

        public Regex {
            requireNonNull(expression, "expression is null");
            flags = Set.copyOf(flags);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.regex(this);
        }
    }

    /** The value is an address inside a network in CIDR notation, IPv4 or IPv6. */
    record InSubnet(String cidr) implements FieldTest {
        public InSubnet {
            requireNonNull(cidr, "cidr is null");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.subnet(this);
        }
    }

    /** The value, as a number, compares so with a constant; a value that is no number does not. */
    record Compare(Order order, long value) implements FieldTest {
        /** Order relations; {@code EQUAL} is Sigma's plain number. */
        public enum Order {
            EQUAL,
            LESS,
            LESS_OR_EQUAL,
            GREATER,
            GREATER_OR_EQUAL
        }

        public Compare {
            requireNonNull(order, "order is null");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compare(this);
        }
    }

    /** The field is present and not empty, or (when {@code present} is false) absent, null or empty. */
    record Exists(boolean present) implements FieldTest {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exists(this);
        }
    }

    /** The value equals another field's, without regard to case. */
    record EqualsField(String other) implements FieldTest {
        public EqualsField {
            requireNonNull(other, "other is null");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.equalsField(this);
        }
    }
}
