package dev.harrier.evidence;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.Article;
import java.util.Collection;
import java.util.List;

/**
 * Reads an article's evidence. Pure and thread-safe; the same article gives the same evidence, always. Cost is linear in the
 * article's length, whatever is in it.
 */
public final class EvidenceExtractor {
    private final Allowlist allowlist;
    private final ThreatNameReader names;

    /** With no allow-list and no threat names. */
    public EvidenceExtractor() {
        this(Allowlist.none());
    }

    /** With what the site knows to be benign, and no threat names. */
    public EvidenceExtractor(Allowlist allowlist) {
        this(allowlist, List.of());
    }

    /** With an allow-list and the actors, malware and tools to look for. */
    public EvidenceExtractor(Allowlist allowlist, Collection<ThreatName> threatNames) {
        this.allowlist = requireNonNull(allowlist, "allowlist is null");
        this.names = new ThreatNameReader(requireNonNull(threatNames, "threatNames is null"));
    }

    /** All that the article says, with quotes. */
    public Evidence extract(Article article) {
        RefangedText text = Refanger.refang(article.text());
        Findings findings = CandidateScanner.scan(text);
        Indicators found = judged(article, text, findings);
        BehaviourReader.Parted parted =
                BehaviourReader.read(article, text, findings, WordWalk.of(text), found.indicators());
        ThreatSieve threats = threats(article, text, findings);
        return new Evidence(
                found.indicators(),
                found.dropped(),
                parted.behaviours(),
                techniques(article, text, findings),
                threats.named(),
                parted.setAside(),
                VulnerabilityReader.read(article, text, findings),
                threats.denied());
    }

    /** The indicators alone, exactly those of {@link #extract}: for who needs no behaviours and no names, in a part of the time. */
    public Indicators indicators(Article article) {
        RefangedText text = Refanger.refang(article.text());
        return judged(article, text, CandidateScanner.scan(text));
    }

    private Indicators judged(Article article, RefangedText text, Findings findings) {
        Judge judge = new Judge(article, text, findings, allowlist);
        new NamedThings(text, findings).read();
        new ListedThings(article, text, findings).read();
        new ListedPackages(article, text, findings).read();
        return new IndicatorCollector(article, text, findings.candidates, judge).collected();
    }

    /** Those of the catalogue, then those that the article names itself. */
    private ThreatSieve threats(Article article, RefangedText text, Findings findings) {
        ThreatSieve sieve = new ThreatSieve(article);
        names.read(article, sieve::add);
        NewNameReader.read(article, text, findings, names::knows).forEach(sieve::add);
        return sieve;
    }

    private static List<TechniqueMention> techniques(Article article, RefangedText text, Findings findings) {
        return findings.techniques.stream()
                .map(c -> new TechniqueMention(c.value(), IndicatorCollector.quote(article, text, c)))
                .toList();
    }
}
