package dev.harrier.report;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import dev.harrier.assess.Reason;
import dev.harrier.evidence.NamedThreat;
import dev.harrier.evidence.Quote;
import dev.harrier.hunt.HuntPack;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses the sentence that tells best what happened: of the article's first sentences the one that names the most of what its severity
 * rests on, the earliest of equals. Looks at a bounded part of the article.
 */
final class TellingSentence {
    private static final int PARAGRAPHS = 5;
    private static final int PARAGRAPH = 2_000;
    private static final int SHORTEST = 50;
    private static final int LONGEST = 220;

    private final HuntPack pack;

    /** Sentences and names; a lone address or hash tells no story. */
    private final List<Quote> grounds;

    private TellingSentence(HuntPack pack) {
        this.pack = pack;
        this.grounds = Stream.concat(
                        pack.assessment().severity().reasons().stream()
                                .map(Reason::quote)
                                .flatMap(Optional::stream)
                                .filter(quote -> quote.text().indexOf(' ') >= 0),
                        pack.evidence().threats().stream().map(NamedThreat::quote))
                .toList();
    }

    /** Empty when the article opens with no sentence of a length that people read at one glance. */
    static Optional<Quote> of(HuntPack pack) {
        TellingSentence choice = new TellingSentence(pack);
        return pack.article().blocks().stream()
                .filter(block -> block.kind() == Block.Kind.PROSE)
                .limit(PARAGRAPHS)
                .flatMap(block -> choice.sentences(block).stream())
                .filter(TellingSentence::isReadable)
                .min(Comparator.comparingLong((Quote sentence) -> -choice.weight(sentence))
                        .thenComparing(Quote::start));
    }

    private List<Quote> sentences(Block block) {
        Article article = pack.article();
        int end = Math.min(block.end(), block.start() + PARAGRAPH);
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(article.text().substring(block.start(), end));
        List<Quote> sentences = new ArrayList<>();
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            sentences.add(stripped(block.start() + from, block.start() + to));
            from = to;
        }
        return sentences;
    }

    private Quote stripped(int start, int end) {
        int last = end;
        while (last > start && Character.isWhitespace(pack.article().text().charAt(last - 1))) {
            last--;
        }
        return Quote.of(pack.article(), start, last);
    }

    private static boolean isReadable(Quote sentence) {
        String words = sentence.text();
        return words.length() >= SHORTEST
                && words.length() <= LONGEST
                && ".!?”\")".indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    private long weight(Quote sentence) {
        return grounds.stream()
                .filter(ground -> ground.start() >= sentence.start() && ground.start() < sentence.end())
                .count();
    }
}
