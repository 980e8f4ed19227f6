package dev.harrier.hunt.compose;

import dev.harrier.article.Article;
import dev.harrier.evidence.Quote;
import java.util.ArrayList;
import java.util.List;
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
        return places(phrase, 1).stream().findFirst();
    }

    /** The first places of a lower-case phrase, {@code most} at most. Linear in the text. */
    List<Quote> places(String phrase, int most) {
        List<Quote> places = new ArrayList<>();
        int at = lowered.indexOf(phrase);
        while (at >= 0 && places.size() < most) {
            int end = at + phrase.length();
            if (!isWord(at - 1) && !isWord(end)) {
                places.add(Quote.of(article, at, end));
            }
            at = lowered.indexOf(phrase, at + 1);
        }
        return places;
    }

    /** The line that a quote begins on, cut to {@code reach} units on either side. */
    String line(Quote quote, int reach) {
        int from = Math.max(lowered.lastIndexOf('\n', quote.start()) + 1, quote.start() - reach);
        int lineBreak = lowered.indexOf('\n', quote.start());
        int to = Math.min(lineBreak < 0 ? lowered.length() : lineBreak, quote.end() + reach);
        return lowered.substring(from, Math.max(from, to));
    }

    /** Whether two quotes are on one line, {@code reach} units from each other at most. */
    boolean together(Quote one, Quote other, int reach) {
        int from = Math.min(one.end(), other.end());
        int to = Math.max(one.start(), other.start());
        return to - from <= reach && (to <= from || lowered.substring(from, to).indexOf('\n') < 0);
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
