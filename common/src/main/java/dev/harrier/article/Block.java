package dev.harrier.article;

import static java.util.Objects.requireNonNull;

/**
 * A stretch of an article's text that was marked up as one thing.
 *
 * @param kind what the markup said it is, never null
 * @param start offset of its first UTF-16 code unit in {@link Article#text()}
 * @param end offset after its last code unit, at least {@code start}
 */
public record Block(Kind kind, int start, int end) {
    /** What a block is. {@code QUOTE} is a block quotation; {@code BOILERPLATE} is navigation, footers, bylines. */
    public enum Kind {
        HEADING,
        PROSE,
        CODE,
        TABLE,
        LIST,
        QUOTE,
        BOILERPLATE
    }

    public Block {
        requireNonNull(kind, "kind is null");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("block [" + start + ", " + end + ") is no range");
        }
    }

    /** Whether {@code offset} lies inside this block. */
    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }
}
