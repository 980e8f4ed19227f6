package dev.harrier.hunt.compose;

import dev.harrier.article.Article;
import dev.harrier.assess.Assessment;
import dev.harrier.assess.BehaviourTechniques;
import dev.harrier.assess.TechniqueFinding;
import dev.harrier.attack.Technique;
import dev.harrier.evidence.Behaviour;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.Quote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of an article's techniques a hit of a clause would show. Two things must hold: events of the clause's kind can show the
 * technique ({@link Showable}), and the article tells it of the very thing that the clause looks for: a behaviour rule recognises
 * it there, or the sentence that tells the technique (for an id, its line) names the thing. A sentence that holds what a rule
 * recognises for the technique tells it of that, and not of the other things that it names.
 */
final class ShownTechniques {
    private static final int LINE = 300;

    private final ArticleWords words;
    private final Map<Quote, Set<String>> ruled = new HashMap<>();
    private final Map<Technique, List<Telling>> told = new HashMap<>();

    /** Words that tell a technique, and what of them a rule recognises for it. */
    private record Telling(Quote words, List<Quote> recognised) {}

    ShownTechniques(Article article, Evidence evidence, Assessment assessment) {
        words = new ArticleWords(article);
        for (Behaviour behaviour : evidence.behaviours()) {
            ruled.computeIfAbsent(behaviour.quote(), q -> new HashSet<>())
                    .addAll(BehaviourTechniques.shownBy(behaviour));
        }
        assessment.techniques().forEach(technique -> told.put(technique.technique(), tellings(technique)));
    }

    private List<Telling> tellings(TechniqueFinding technique) {
        List<Telling> tellings = new ArrayList<>();
        for (Quote quote : technique.quotes()) {
            tellings.add(new Telling(
                    quote,
                    ruled.entrySet().stream()
                            .filter(e -> overlap(e.getKey(), quote)
                                    && e.getValue()
                                            .contains(technique.technique().id()))
                            .map(Map.Entry::getKey)
                            .toList()));
        }
        return tellings;
    }

    /** The ids that at least one of a hunt's clauses shows. */
    List<String> by(List<Clause> clauses) {
        Showable showable = Showable.of(clauses.get(0).group());
        return told.entrySet().stream()
                .filter(entry -> clauses.stream().anyMatch(clause -> shows(clause, showable, entry)))
                .map(entry -> entry.getKey().id())
                .toList();
    }

    private boolean shows(Clause clause, Showable showable, Map.Entry<Technique, List<Telling>> technique) {
        Quote thing = clause.ground().quote();
        Technique id = technique.getKey();
        return (showable.includesRuled(id)
                        && ruled.getOrDefault(thing, Set.of()).contains(id.id()))
                || (showable.includes(id)
                        && technique.getValue().stream().anyMatch(telling -> isToldOf(thing, id, telling)));
    }

    private boolean isToldOf(Quote thing, Technique technique, Telling telling) {
        boolean id = telling.words().text().equalsIgnoreCase(technique.id());
        boolean near = id ? words.together(telling.words(), thing, LINE) : overlap(telling.words(), thing);
        return near
                && (telling.recognised().isEmpty()
                        || telling.recognised().stream().anyMatch(other -> overlap(other, thing)));
    }

    private static boolean overlap(Quote one, Quote other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}
