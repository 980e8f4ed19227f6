package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import java.util.List;
import java.util.Optional;

/** What the tests ask an extraction. */
record Extraction(Article article, Evidence evidence) {
    static Extraction of(String text) {
        return of(text, Allowlist.none());
    }

    static Extraction of(String text, Allowlist allowlist) {
        Article article = ArticleReader.readText("test", text);
        return new Extraction(article, new EvidenceExtractor(allowlist).extract(article));
    }

    List<String> values(IndicatorType type) {
        return evidence.indicators().stream()
                .filter(i -> i.type() == type)
                .map(Indicator::value)
                .toList();
    }

    List<String> huntable() {
        return evidence.indicators().stream()
                .filter(Indicator::huntable)
                .map(Indicator::value)
                .toList();
    }

    Optional<String> reasonFor(String value) {
        return evidence.dropped().stream()
                .filter(d -> d.value().equals(value))
                .map(DroppedCandidate::reason)
                .findFirst();
    }

    <B extends Behaviour> List<B> behaviours(Class<B> kind) {
        return evidence.behaviours().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
