package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** A value that an analyst may change in a {@link Logic.NativeQuery} without touching its text. Closed; immutable. */
public sealed interface QueryParameter {
    /** Calls the visitor's method for this value. */
    <R> R accept(Visitor<R> visitor);

    /** One method per type. */
    interface Visitor<R> {
        R whole(Whole whole);

        R decimal(Decimal decimal);

        R span(Span span);

        R text(Text text);

        R texts(Texts texts);
    }

    /** A whole number. */
    record Whole(long value) implements QueryParameter {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.whole(this);
        }
    }

    /** A number with a fraction. */
    record Decimal(BigDecimal value) implements QueryParameter {
        public Decimal {
            requireNonNull(value, "value is null");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.decimal(this);
        }
    }

    /** A length of time, whole seconds, at least one. */
    record Span(Duration value) implements QueryParameter {
        public Span {
            if (value.toSeconds() < 1 || !value.equals(Duration.ofSeconds(value.toSeconds()))) {
                throw new IllegalArgumentException("a span is a whole number of seconds, at least one");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.span(this);
        }
    }

    /** A text, hostile: it enters a query only as a literal. */
    record Text(String value) implements QueryParameter {
        public Text {
            requireNonNull(value, "value is null");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** Texts, hostile, at least one: they enter a query as literals with commas between them, for {@code in (…)}. */
    record Texts(List<String> values) implements QueryParameter {
        public Texts {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a list of texts without texts");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.texts(this);
        }
    }
}
