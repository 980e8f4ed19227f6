package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with wildcards, as typed parts, so that a literal {@code *} is never mistaken for a wildcard. Normalised: no empty
 * literals, no two literals or two {@code ANY_RUN}s in a row. The empty list matches only the empty text.
 */
public record TextPattern(List<Part> parts) {
    /** A run of literal text, or a wildcard. */
    public sealed interface Part {}

    /** Matches exactly this text. */
    public record Literal(String text) implements Part {
        public Literal {
            requireNonNull(text, "text is null");
        }
    }

    /** A wildcard. */
    public enum Wildcard implements Part {
        /** Any text, the empty one included ({@code *}). */
        ANY_RUN,
        /** Exactly one character ({@code ?}). */
        ANY_CHARACTER
    }

    public TextPattern {
        parts = normalised(parts);
    }

    /** Matches exactly {@code text}. */
    public static TextPattern exactly(String text) {
        return new TextPattern(List.of(new Literal(text)));
    }

    /** Matches what holds {@code text}. */
    public static TextPattern containing(String text) {
        return new TextPattern(List.of(Wildcard.ANY_RUN, new Literal(text), Wildcard.ANY_RUN));
    }

    /** Matches what starts with {@code text}. */
    public static TextPattern startingWith(String text) {
        return new TextPattern(List.of(new Literal(text), Wildcard.ANY_RUN));
    }

    /** Matches what ends with {@code text}. */
    public static TextPattern endingWith(String text) {
        return new TextPattern(List.of(Wildcard.ANY_RUN, new Literal(text)));
    }

    /** The text if this has no wildcard. */
    public Optional<String> exact() {
        return literalBetween(0, parts.size());
    }

    /** The text if this is {@code *text*}. */
    public Optional<String> contained() {
        return startsOpen() && endsOpen() ? literalBetween(1, parts.size() - 1) : Optional.empty();
    }

    /** The text if this is {@code text*}. */
    public Optional<String> prefix() {
        return endsOpen() ? literalBetween(0, parts.size() - 1) : Optional.empty();
    }

    /** The text if this is {@code *text}. */
    public Optional<String> suffix() {
        return startsOpen() ? literalBetween(1, parts.size()) : Optional.empty();
    }

    private boolean startsOpen() {
        return parts.size() > 1 && parts.get(0) == Wildcard.ANY_RUN;
    }

    private boolean endsOpen() {
        return parts.size() > 1 && parts.get(parts.size() - 1) == Wildcard.ANY_RUN;
    }

    private Optional<String> literalBetween(int from, int to) {
        if (to == from) {
            return parts.isEmpty() ? Optional.of("") : Optional.empty();
        }
        if (to - from == 1 && parts.get(from) instanceof Literal literal) {
            return Optional.of(literal.text());
        }
        return Optional.empty();
    }

    private static List<Part> normalised(List<Part> parts) {
        List<Part> result = new ArrayList<>();
        for (Part part : parts) {
            Part last = result.isEmpty() ? null : result.get(result.size() - 1);
            if (part instanceof Literal literal) {
                if (literal.text().isEmpty()) {
                    continue;
                }
                if (last instanceof Literal before) {
                    result.set(result.size() - 1, new Literal(before.text() + literal.text()));
                    continue;
                }
            } else if (part == Wildcard.ANY_RUN && last == Wildcard.ANY_RUN) {
                continue;
            }
            result.add(part);
        }
        return List.copyOf(result);
    }
}
