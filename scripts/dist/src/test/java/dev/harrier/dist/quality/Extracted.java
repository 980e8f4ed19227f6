package dev.harrier.dist.quality;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.EvidenceExtractor;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the extractor reads from a text, as {@code extract --input jsonl} does. */
record Extracted(Evidence evidence) {
    private static final EvidenceExtractor EXTRACTOR = new EvidenceExtractor();

    static Extracted of(String text) {
        return of(ArticleReader.readText("measured", text));
    }

    static Extracted of(Article article) {
        return new Extracted(EXTRACTOR.extract(article));
    }

    /** The indicators, comparable. */
    Set<Observable> found() {
        Set<Observable> found = new LinkedHashSet<>();
        evidence.indicators().forEach(i -> found.add(Observable.of(i.type(), i.value())));
        return found;
    }

    /** What was recognised and then dropped because it is benign, comparable. */
    Set<Observable> benign() {
        Set<Observable> benign = new LinkedHashSet<>();
        evidence.dropped().stream()
                .filter(d -> d.reason().startsWith("benign: "))
                .forEach(d -> benign.add(Observable.of(d.type(), d.value())));
        return benign;
    }
}
