package dev.harrier.assess;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An article's sentences, in text order, each with its stance. */
final class Sentences {
    private static final int LONGEST = 2000;
    /** A full stop before a new sentence, an empty line, or a line break before or after something that is a line of its own. */
    private static final Pattern BREAK = Pattern.compile(
            "(?<=[.!?][\"'”’)\\]]?)\\s+(?=[\"'“‘(\\[*]?[\\p{Lu}\\d])|\\s*\\n[ \\t]*\\n\\s*|(?<=[.!?:;|])[ \\t]*\\n\\s*|\\n(?=[ \\t]*(?:[-*•#|=>+]|\\d+[.)]))");

    private final StanceReader stances = StanceReader.shipped();
    private final Article article;
    private final List<Sentence> sentences = new ArrayList<>();
    private Optional<Stance> section = Optional.empty();

    private Sentences(Article article) {
        this.article = article;
    }

    static List<Sentence> of(Article article) {
        Sentences reading = new Sentences(article);
        if (article.blocks().isEmpty()) {
            reading.split(0, article.text().length(), Block.Kind.PROSE);
        }
        article.blocks().forEach(block -> reading.split(block.start(), block.end(), block.kind()));
        return List.copyOf(reading.sentences);
    }

    /** The sentence that holds an offset, if one does. */
    static Optional<Sentence> at(List<Sentence> sentences, int offset) {
        return sentences.stream()
                .filter(sentence -> sentence.start() <= offset && offset < sentence.end())
                .findFirst();
    }

    private void split(int start, int end, Block.Kind kind) {
        if (kind == Block.Kind.BOILERPLATE) {
            return;
        }
        Matcher gap = BREAK.matcher(article.text()).region(start, end).useTransparentBounds(true);
        int from = start;
        while (gap.find()) {
            add(from, gap.start(), kind);
            from = gap.end();
        }
        add(from, end, kind);
    }

    private void add(int start, int end, Block.Kind kind) {
        if (end - start > LONGEST) {
            add(start, start + LONGEST, kind);
            add(start + LONGEST, end, kind);
        } else if (end > start && !article.text().substring(start, end).isBlank()) {
            sentences.add(sentence(start, article.text().substring(start, end), kind));
        }
    }

    private Sentence sentence(int start, String text, Block.Kind kind) {
        Headings.of(article.text(), start, text, kind).ifPresent(heading -> section = stances.ofSection(heading));
        int mark = Headings.mark(text);
        Stance own = kind == Block.Kind.CODE ? Stance.ASSERTED : stances.of(text);
        return new Sentence(
                start + mark, text.substring(mark), kind == Block.Kind.CODE, own.counts() ? section.orElse(own) : own);
    }
}
