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

    /** The words around a quote, on its line, none of them cut. */
    String around(Quote quote, int reach) {
        String text = article.text();
        int lineStart = text.lastIndexOf('\n', quote.start()) + 1;
        int lineBreak = text.indexOf('\n', quote.end());
        int lineEnd = lineBreak < 0 ? text.length() : lineBreak;
        int from = lineStart;
        if (quote.start() - reach > lineStart) {
            int blank = text.indexOf(' ', quote.start() - reach);
            from = blank < 0 || blank > quote.start() ? quote.start() : blank + 1;
        }
        int to = lineEnd;
        if (quote.end() + reach < lineEnd) {
            to = Math.max(quote.end(), text.lastIndexOf(' ', quote.end() + reach));
        }
        return (from > lineStart ? "… " : "") + HuntTexts.plain(text.substring(from, to)) + (to < lineEnd ? " …" : "");
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
