package dev.harrier.hunt.compose;

import dev.harrier.article.Article;
import dev.harrier.assess.Relevance;
import dev.harrier.evidence.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a person should check where no query can, each item with the words of the article that call for it. */
final class ToCheck {
    private static final Set<Relevance.Kind> ABOUT_EVENTS =
            Set.of(Relevance.Kind.BREACH_NEWS, Relevance.Kind.THREAT_REPORT, Relevance.Kind.VULNERABILITY_ADVISORY);
    private static final List<Rule> RULES =
            Words.lines("to-check.tsv").stream().map(Rule::parse).toList();

    private ToCheck() {}

    private record Rule(List<List<String>> groups, String item) {
        static Rule parse(String line) {
            String[] cells = line.split("\t");
            List<List<String>> groups = Stream.of(cells[0].split(" & "))
                    .map(g -> List.of(g.split("\\|")))
                    .toList();
            return new Rule(groups, cells[1]);
        }

        /** The words of its first group, when all groups have some. */
        Optional<Quote> quote(ArticleWords words) {
            List<Quote> quotes = new ArrayList<>();
            for (List<String> group : groups) {
                group.stream()
                        .flatMap(p -> words.find(p).stream())
                        .min(Quote::compareTo)
                        .ifPresent(quotes::add);
            }
            return quotes.size() == groups.size() ? Optional.of(quotes.get(0)) : Optional.empty();
        }
    }

    static List<String> of(Article article, Relevance relevance) {
        if (!ABOUT_EVENTS.contains(relevance.kind())) {
            return List.of();
        }
        ArticleWords words = new ArticleWords(article);
        List<String> items = new ArrayList<>();
        for (Rule rule : RULES) {
            rule.quote(words).ifPresent(q -> items.add(rule.item() + " (\"" + words.around(q, 60) + "\")"));
        }
        return items;
    }
}
