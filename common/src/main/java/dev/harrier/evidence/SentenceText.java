package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.Block;

/** Cuts the sentence around a place out of an article, within one block, looking no further than a bounded distance. */
final class SentenceText {
    private static final int REACH = 320;

    private final String text;

    /** A stretch of the text. */
    record Span(int start, int end) {
        boolean holds(int offset) {
            return start <= offset && offset < end;
        }
    }

    SentenceText(Article article) {
        this.text = article.text();
    }

    /** The sentence that holds an offset. */
    Span at(Block block, int offset) {
        int start = Math.min(offset, text.length());
        int limit = Math.max(block.start(), start - REACH);
        while (start > limit && !startsHere(start)) {
            start--;
        }
        int end = offset;
        int last = Math.min(block.end(), offset + REACH);
        while (end < last && !endsHere(end)) {
            end++;
        }
        return new Span(start, Math.max(end, start));
    }

    /** The last sentence of a block, of which a little of the one before it. */
    Span last(Block block) {
        int end = block.end();
        while (end > block.start() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end == block.start() ? new Span(end, end) : at(block, end - 1);
    }

    String words(Span span) {
        return text.substring(span.start(), span.end());
    }

    private boolean startsHere(int at) {
        return at == 0 || text.charAt(at - 1) == '\n' || (at > 1 && text.charAt(at - 1) == ' ' && stops(at - 2, at));
    }

    private boolean endsHere(int at) {
        char c = text.charAt(at);
        boolean stop = at + 2 < text.length() && text.charAt(at + 1) == ' ' && stops(at, at + 2);
        return c == '\n' || stop;
    }

    /** A full stop before a word that begins large. */
    private boolean stops(int mark, int next) {
        char c = text.charAt(mark);
        return (c == '.' || c == '!' || c == '?') && next < text.length() && !Character.isLowerCase(text.charAt(next));
    }
}
