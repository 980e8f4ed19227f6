package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import java.util.function.ToLongFunction;

/** Reads a text and extracts all its evidence; {@link CountedCode} loads this class, so that what it calls is counted. */
public final class WorkProbe implements ToLongFunction<String> {
    private static final EvidenceExtractor EXTRACTOR = new EvidenceExtractor();

    /** Steps. */
    @Override
    public long applyAsLong(String text) {
        Work.taken();
        Article article = ArticleReader.readText("hostile", text);
        EXTRACTOR.extract(article);
        return Work.taken();
    }
}
