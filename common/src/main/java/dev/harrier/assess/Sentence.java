package dev.harrier.assess;

import dev.harrier.article.Article;
import dev.harrier.evidence.Quote;

/**
 * A sentence, table row, list item or line of an article.
 *
 * @param start offset in the article
 * @param text its words as written
 * @param code whether it stands in a block of code
 * @param stance how it stands to what it says
 */
record Sentence(int start, String text, boolean code, Stance stance) {
    private static final int LONGEST_QUOTE = 240;

    int end() {
        return start + text.length();
    }

    boolean isRow() {
        return text.indexOf('|') >= 0;
    }

    /** The words of a hit. */
    Quote quote(Article article, PhraseBook.Hit hit) {
        return Quote.of(article, start + hit.start(), start + hit.end());
    }

    /** The sentence itself, or the hit alone where the sentence is too long to be read. */
    Quote context(Article article, PhraseBook.Hit hit) {
        return text.length() <= LONGEST_QUOTE ? Quote.of(article, start, end()) : quote(article, hit);
    }
}
