package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.Article;
import dev.harrier.assess.Assessment;
import dev.harrier.evidence.Evidence;
import java.util.List;

/**
 * All that Harrier makes of one article, before any target is known. Immutable; the same article gives an equal pack.
 *
 * @param hunts by kind, then title
 * @param leftOut what was not made a hunt, with the reason
 * @param toCheck things for a person to check where no query can, in order of weight
 */
public record HuntPack(
        Article article,
        Evidence evidence,
        Assessment assessment,
        List<Hunt> hunts,
        List<LeftOut> leftOut,
        List<String> toCheck) {
    public HuntPack {
        requireNonNull(article, "article is null");
        requireNonNull(evidence, "evidence is null");
        requireNonNull(assessment, "assessment is null");
        hunts = List.copyOf(hunts);
        leftOut = List.copyOf(leftOut);
        toCheck = List.copyOf(toCheck);
    }
}
