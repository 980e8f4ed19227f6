package dev.harrier.sentinel.dialect;

import java.util.List;

/** A scalar expression of KQL, as parsed; each knows its place. */
sealed interface KqlExpression {
    Place place();

    <R> R accept(Visitor<R> visitor);

    /** One method per form. */
    interface Visitor<R> {
        R name(Name name);

        R constant(Constant constant);

        R items(Items items);

        R member(Member member);

        R call(Call call);

        R binary(Binary binary);

        R in(In in);

        R between(Between between);

        R star(Star star);
    }

    /** A column, or something bound by {@code let}. */
    record Name(String name, Place place) implements KqlExpression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.name(this);
        }
    }

    /** A literal. {@code text} is a string's meaning, a number's digits, a timespan or the inside of {@code datetime()}. */
    record Constant(Kind kind, String text, Place place) implements KqlExpression {
        enum Kind {
            TEXT,
            LONG,
            REAL,
            FLAG,
            TIME,
            SPAN
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** {@code dynamic([...])}. */
    record Items(List<KqlExpression> items, Place place) implements KqlExpression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.items(this);
        }
    }

    /** {@code target.name} or {@code target["name"]}. */
    record Member(KqlExpression target, String name, Place place) implements KqlExpression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.member(this);
        }
    }

    /** A function of arguments. */
    record Call(String function, List<Argument> arguments, Place place) implements KqlExpression {
        /** Something that is read over, such as a query inside of an expression: nobody but lint takes it. */
        static Call opaque(String what, Place place) {
            return new Call("[" + what + "]", List.of(), place);
        }

        /** A part of a value, nobody but the service can tell which. */
        static Call opaque(String what, KqlExpression of, Place place) {
            return new Call("[" + what + "]", List.of(new Argument("", of)), place);
        }

        boolean isOpaque() {
            return function.startsWith("[");
        }

        KqlExpression argument(int i) {
            return arguments.get(i).value();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** An argument or a new column; its name is empty where none is given. */
    record Argument(String name, KqlExpression value) {
        boolean named() {
            return !name.isEmpty();
        }
    }

    /** Two operands; the operator as written, with {@code matches regex} as one. */
    record Binary(String operator, KqlExpression left, KqlExpression right, Place place) implements KqlExpression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** {@code in}, {@code in~}, {@code has_any}, {@code has_all} and the negated ones, over a list. */
    record In(String operator, KqlExpression left, List<KqlExpression> items, Place place) implements KqlExpression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.in(this);
        }
    }

    /** {@code between (low .. high)}. */
    record Between(KqlExpression value, KqlExpression low, KqlExpression high, boolean negated, Place place)
            implements KqlExpression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.between(this);
        }
    }

    /** {@code *}. */
    record Star(Place place) implements KqlExpression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.star(this);
        }
    }
}
