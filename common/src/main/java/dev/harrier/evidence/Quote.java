package dev.harrier.evidence;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.Article;

/**
 * Words of an article and where they stand: {@code article.text().substring(start, end).equals(text)}.
 *
 * @param text the exact words as written (defanged if they were), never null
 * @param start offset of the first UTF-16 code unit in the article's text
 * @param end offset after the last one
 */
public record Quote(String text, int start, int end) implements Comparable<Quote> {
    public Quote {
        requireNonNull(text, "text is null");
        if (start < 0 || end - start != text.length()) {
            throw new IllegalArgumentException(
                    "[" + start + ", " + end + ") does not fit " + text.length() + " characters");
        }
    }

    /** Quotes a range of an article. */
    public static Quote of(Article article, int start, int end) {
        return new Quote(article.text().substring(start, end), start, end);
    }

    @Override
    public int compareTo(Quote other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}
