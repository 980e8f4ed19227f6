package dev.harrier.sentinel.dialect;

import dev.harrier.sentinel.dialect.KqlExpression.Argument;
import java.util.List;

/** One operator of a pipeline, after a pipe. */
sealed interface KqlStep {
    Place place();

    <R> R accept(Visitor<R> visitor);

    /** One method per operator. */
    interface Visitor<R> {
        R where(Where where);

        R columns(Columns columns);

        R summarize(Summarize summarize);

        R rows(Rows rows);

        R distinct(Distinct distinct);

        R union(Union union);

        R join(Join join);

        R other(Other other);

        /** Those who don't know it take it for one that is not understood. */
        default R serialize(Serialize serialize) {
            return other(new Other("serialize", serialize.place()));
        }

        /** The same. */
        default R expand(Expand expand) {
            return other(new Other("mv-expand", expand.place()));
        }

        /** The same. */
        default R parse(Parse parse) {
            return other(new Other("parse", parse.place()));
        }

        /** The same. */
        default R lookup(Lookup lookup) {
            return other(new Other("lookup", lookup.place()));
        }
    }

    /** {@code where}, {@code filter}. */
    record Where(KqlExpression predicate, Place place) implements KqlStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.where(this);
        }
    }

    /** {@code project} and its kin, {@code extend}. */
    record Columns(Verb verb, List<Argument> items, Place place) implements KqlStep {
        enum Verb {
            PROJECT,
            EXTEND,
            AWAY,
            KEEP,
            RENAME,
            REORDER
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.columns(this);
        }
    }

    /** {@code summarize}, and {@code count} as its special case. */
    record Summarize(List<Argument> aggregates, List<Argument> by, Place place) implements KqlStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.summarize(this);
        }
    }

    /** {@code take}, {@code top}, {@code order}: at most {@code limit} rows (negative: all) in an order. */
    record Rows(long limit, List<SortKey> order, Place place) implements KqlStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rows(this);
        }
    }

    /** A sort key. */
    record SortKey(KqlExpression value, boolean ascending, boolean nullsFirst) {}

    /** {@code distinct}. */
    record Distinct(List<Argument> items, Place place) implements KqlStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.distinct(this);
        }
    }

    /** {@code union} after a pipe. */
    record Union(List<KqlPipeline> others, Place place) implements KqlStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.union(this);
        }
    }

    /** {@code join kind=... (right) on keys}; {@code kind} is empty where not given. */
    record Join(String kind, KqlPipeline right, List<KqlExpression> on, Place place) implements KqlStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.join(this);
        }
    }

    /** An operator that is skipped, not understood. */
    record Other(String operator, Place place) implements KqlStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.other(this);
        }
    }

    /** {@code serialize}: fixes the order of the rows; may add columns. */
    record Serialize(List<Argument> items, Place place) implements KqlStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.serialize(this);
        }
    }

    /** {@code mv-expand}: a row for each element of a list. */
    record Expand(Argument item, Place place) implements KqlStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expand(this);
        }
    }

    /** {@code parse} of the simple kind: literal texts (empty for a star) and the columns between them. */
    record Parse(KqlExpression value, List<Piece> pieces, Place place) implements KqlStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parse(this);
        }
    }

    /** A part of what {@code parse} looks for: a star if both are empty. */
    record Piece(String literal, String column, String type) {}

    /** {@code lookup}: a join that keeps one copy of the keys. */
    record Lookup(Join join, Place place) implements KqlStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lookup(this);
        }
    }
}
