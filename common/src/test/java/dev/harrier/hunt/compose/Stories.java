package dev.harrier.hunt.compose;

import dev.harrier.article.Article;
import dev.harrier.assess.Assessment;
import dev.harrier.assess.PaperSeverity;
import dev.harrier.assess.Reason;
import dev.harrier.assess.Relevance;
import dev.harrier.assess.Severity;
import dev.harrier.assess.TechniqueFinding;
import dev.harrier.attack.Technique;
import dev.harrier.evidence.Behaviour;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.Indicator;
import dev.harrier.evidence.IndicatorType;
import dev.harrier.evidence.Quote;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Hand-made articles, evidence and assessments. */
final class Stories {
    private Stories() {}

    static Article article(String text) {
        return new Article(
                "story.md",
                "Gang \"X\" [uses] new\u202e loader / \\ to steal everything that is not nailed down anywhere at all",
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 11, 22)),
                Optional.of(URI.create("https://www.example.org/posts/gang-x/?utm=1")),
                text,
                List.of());
    }

    static Quote quote(Article article, String words) {
        int at = article.text().indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("the article doesn't say " + words);
        }
        return Quote.of(article, at, at + words.length());
    }

    static Indicator indicator(IndicatorType type, String value) {
        return new Indicator(type, value, new Quote(value, 0, value.length()), true, "defanged");
    }

    static Evidence indicators(List<Indicator> indicators) {
        return new Evidence(indicators, List.of(), List.of(), List.of(), List.of());
    }

    static Evidence behaviours(Behaviour... behaviours) {
        return new Evidence(List.of(), List.of(), List.of(behaviours), List.of(), List.of());
    }

    static Assessment assessment(boolean threat, Relevance.Kind kind, TechniqueFinding... techniques) {
        Reason reason = new Reason(1, "a reason", Optional.empty());
        return new Assessment(
                new Relevance(kind, threat, threat ? 1 : 0, List.of(reason)),
                new PaperSeverity(Severity.HIGH, 60, List.of(reason)),
                List.of(techniques),
                List.of());
    }

    static Assessment threat(TechniqueFinding... techniques) {
        return assessment(true, Relevance.Kind.THREAT_REPORT, techniques);
    }

    static TechniqueFinding technique(String id, Quote quote) {
        Technique technique = new Technique(id, "Name of " + id, List.of(), List.of(), false, Optional.empty());
        return new TechniqueFinding(technique, 0.9, "spelt out", List.of(quote));
    }
}
