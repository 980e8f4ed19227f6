package dev.harrier.assess;

import dev.harrier.article.Article;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.Indicator;
import dev.harrier.evidence.NamedThreat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An article as the assessment sees it: its words, its evidence and its sentences. */
record Reading(Article article, Evidence evidence, List<Sentence> sentences) {
    static Reading of(Article article, Evidence evidence) {
        return new Reading(article, evidence, Sentences.of(article));
    }

    List<Indicator> hashes() {
        return huntable().filter(indicator -> indicator.type().isHash()).toList();
    }

    List<Indicator> hosts() {
        return huntable()
                .filter(indicator -> switch (indicator.type()) {
                    case IPV4, IPV6, CIDR, DOMAIN, URL -> true;
                    default -> false;
                })
                .toList();
    }

    List<NamedThreat> named(NamedThreat.Kind kind) {
        return evidence.threats().stream()
                .filter(threat -> threat.kind() == kind)
                .toList();
    }

    /** The first named threat of a kind that stands in a sentence which says that something was done. */
    Optional<NamedThreat> active(NamedThreat.Kind kind) {
        return active(named(kind).stream());
    }

    private Optional<NamedThreat> active(Stream<NamedThreat> threats) {
        return threats.filter(threat -> Sentences.at(sentences, threat.quote().start())
                        .map(sentence -> sentence.stance().counts())
                        .orElse(true))
                .findFirst();
    }

    /** The first one that ATT&amp;CK knows: what an article alone calls a group may be anything. */
    Optional<NamedThreat> activeAndKnown(NamedThreat.Kind kind) {
        return active(named(kind).stream().filter(threat -> threat.attackId().isPresent()));
    }

    /** Words of prose, code left out. */
    int words() {
        return sentences.stream()
                .filter(sentence -> !sentence.code())
                .mapToInt(sentence -> sentence.text().split("\\s+").length)
                .sum();
    }

    private Stream<Indicator> huntable() {
        return evidence.indicators().stream().filter(Indicator::huntable);
    }
}
