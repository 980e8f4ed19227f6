package dev.harrier.hunt.compose;

import dev.harrier.article.Article;
import dev.harrier.evidence.Quote;
import java.util.Optional;

/** Finds phrases as whole words in an article's text, without regard to case. */
final class ArticleWords {
    private final Article article;
    private final String lowered;

    ArticleWords(Article article) {
        this.article = article;
        this.lowered = lowered(article.text());
    }

    /** The first place of a lower-case phrase. Linear in the text. */
    Optional<Quote> find(String phrase) {
        for (int at = lowered.indexOf(phrase); at >= 0; at = lowered.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            if (!isWord(at - 1) && !isWord(end)) {
                return Optional.of(Quote.of(article, at, end));
            }
        }
        return Optional.empty();
    }

    /** The words around a quote, on its line. */
    String around(Quote quote, int reach) {
        int from = Math.max(article.text().lastIndexOf('\n', quote.start()) + 1, quote.start() - reach);
        int lineEnd = article.text().indexOf('\n', quote.end());
        int to = Math.min(lineEnd < 0 ? article.text().length() : lineEnd, quote.end() + reach);
        return HuntTexts.plain(article.text().substring(from, to));
    }

    private boolean isWord(int at) {
        return at >= 0 && at < lowered.length() && Character.isLetterOrDigit(lowered.charAt(at));
    }

    /** Unit by unit, so that offsets stay. */
    private static String lowered(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toLowerCase(chars[i]);
        }
        return new String(chars);
    }
}
