package dev.harrier.sentinel.dialect;

import dev.harrier.hunt.FieldTest.Like;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A field as a table has it: what a test is put to. */
interface Subject {
    /** An expression of the field's text, the empty text where it is absent. */
    String text();

    /** The column, where it holds numbers, null where absent. */
    default Optional<String> number() {
        return Optional.empty();
    }

    /** The column, where it is one that holds the text itself, so that lists can be asked of it. */
    default Optional<String> column() {
        return Optional.empty();
    }

    /** A test of the whole value. */
    default String like(Like like, KqlPatterns patterns) {
        return patterns.like(text(), like.pattern(), like.cased());
    }

    /** A column of text. */
    record TextColumn(String text) implements Subject {
        @Override
        public Optional<String> column() {
            return Optional.of(text);
        }
    }

    /** A column of objects, asked for their text. */
    record DynamicColumn(String name) implements Subject {
        @Override
        public String text() {
            return "tostring(" + name + ")";
        }
    }

    /** A column of numbers. */
    record NumberColumn(String name) implements Subject {
        @Override
        public String text() {
            return "tostring(" + name + ")";
        }

        @Override
        public Optional<String> number() {
            return Optional.of(name);
        }
    }

    /** One of several values in a column, as {@code NAME=value} between commas: Sysmon's {@code Hashes}. */
    record NamedPart(String name, String label) implements Subject {
        @Override
        public String text() {
            return "extract(\"(?i)(?:^|,)" + label + "=([^,]*)\", 1, " + name + ")";
        }

        @Override
        public String like(Like like, KqlPatterns patterns) {
            String whole = patterns.like(text(), like.pattern(), like.cased());
            return like.pattern()
                    .exact()
                    .filter(t -> !t.isEmpty())
                    .map(t -> "(" + name + " contains " + KqlLiteral.of(label + "=" + t) + " and " + whole + ")")
                    .orElse(whole);
        }
    }

    /** What is true of every row of the table's kind. */
    record AlwaysTrue(String field) implements Subject {
        @Override
        public String text() {
            return "\"true\"";
        }

        /** A test that it is false would be blind to all the rows that the table keeps elsewhere. */
        @Override
        public String like(Like like, KqlPatterns patterns) {
            if (like.pattern().exact().filter("true"::equalsIgnoreCase).isEmpty()) {
                throw new UnsupportedInKqlException(
                        "the table's rows of this kind (ConnectionSuccess, ConnectionFailed and the like) are those of which "
                                + field + " is true; a connection that the host accepted is another action"
                                + " (InboundConnectionAccepted), whose remote side is Sysmon's source, and of UDP there is none;"
                                + " tables=asim tells both ways by NetworkDirection");
            }
            return "true";
        }
    }

    /** Whether the host made a connection, by a column that says which way it went. */
    record Direction(String name) implements Subject {
        private static final Map<String, String> WAYS = Map.of("true", "Outbound", "false", "Inbound");

        @Override
        public String text() {
            return "case(" + is("true") + ", \"true\", " + is("false") + ", \"false\", \"\")";
        }

        @Override
        public String like(Like like, KqlPatterns patterns) {
            return like.pattern()
                    .exact()
                    .filter(t -> WAYS.containsKey(like.cased() ? t : t.toLowerCase(Locale.ROOT)))
                    .map(t -> is(t.toLowerCase(Locale.ROOT)))
                    .orElseGet(() -> patterns.like(text(), like.pattern(), like.cased()));
        }

        private String is(String truth) {
            return name + " =~ " + KqlLiteral.of(WAYS.get(truth));
        }
    }

    /** {@code domain\name}, in two columns; without a domain, the name alone. */
    record Account(String domain, String name) implements Subject {
        @Override
        public String text() {
            return "iff(" + domain + " == \"\", " + name + ", strcat(" + domain + ", @\"\\\", " + name + "))";
        }

        @Override
        public String like(Like like, KqlPatterns patterns) {
            return like.pattern()
                    .exact()
                    .flatMap(t -> exact(t, like.cased()))
                    .or(() -> contained(like, patterns))
                    .orElseGet(() -> patterns.like(text(), like.pattern(), like.cased()));
        }

        private Optional<String> exact(String text, boolean cased) {
            int slash = text.indexOf('\\');
            boolean oneSlash = slash > 0 && text.indexOf('\\', slash + 1) < 0 && slash + 1 < text.length();
            if (slash >= 0 && !oneSlash) {
                return Optional.empty();
            }
            String account = text.substring(slash + 1);
            String home = slash < 0 ? "" : text.substring(0, slash);
            return Optional.of("(" + KqlPatterns.equal(domain, home, cased) + " and "
                    + KqlPatterns.equal(name, account, cased) + ")");
        }

        /** What has no backslash lies wholly in one of the two. */
        private Optional<String> contained(Like like, KqlPatterns patterns) {
            return like.pattern()
                    .contained()
                    .filter(t -> t.indexOf('\\') < 0)
                    .map(t -> "(" + patterns.like(domain, like.pattern(), like.cased()) + " or "
                            + patterns.like(name, like.pattern(), like.cased()) + ")");
        }
    }
}
