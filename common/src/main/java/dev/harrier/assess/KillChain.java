package dev.harrier.assess;

import dev.harrier.article.Article;
import dev.harrier.attack.Tactic;
import dev.harrier.attack.Technique;
import dev.harrier.evidence.Quote;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The phases that an article shows. A tactic that its words name is observed; one that only a technique stands for is inferred. A
 * technique of several tactics supports those that are there anyway, and else only its first: a scheduled task alone does not make
 * persistence, execution and privilege escalation at once.
 */
final class KillChain {
    private static final PhraseBook WORDS = new PhraseBook(Table.rows("tactic-phrases.tsv"), 0, 1);
    private final Map<Tactic, Quote> quotes = new EnumMap<>(Tactic.class);
    private final Map<Tactic, String> rules = new EnumMap<>(Tactic.class);
    private final Map<Tactic, KillChainStep.Basis> bases = new EnumMap<>(Tactic.class);
    private final Set<Tactic> said = EnumSet.noneOf(Tactic.class);
    private final Map<Tactic, TreeSet<String>> techniques = new EnumMap<>(Tactic.class);

    private KillChain() {}

    static List<KillChainStep> of(Article article, List<Sentence> sentences, List<TechniqueFinding> findings) {
        KillChain chain = new KillChain();
        sentences.stream()
                .filter(sentence -> !sentence.code() && sentence.stance().counts())
                .forEach(sentence -> chain.read(article, sentence));
        findings.stream().filter(f -> f.technique().tactics().size() == 1).forEach(chain::add);
        findings.stream().filter(f -> f.technique().tactics().size() > 1).forEach(chain::add);
        return chain.steps();
    }

    private void read(Article article, Sentence sentence) {
        for (PhraseBook.Hit hit : WORDS.in(sentence.text())) {
            Tactic.byShortName(hit.label()).filter(said::add).ifPresent(tactic -> say(tactic, article, sentence, hit));
        }
    }

    private void say(Tactic tactic, Article article, Sentence sentence, PhraseBook.Hit hit) {
        quotes.put(tactic, sentence.context(article, hit));
        bases.put(tactic, KillChainStep.Basis.WORDS);
        rules.put(tactic, "says “" + sentence.text().substring(hit.start(), hit.end()) + "”");
    }

    private void add(TechniqueFinding finding) {
        List<Tactic> known = finding.technique().tactics().stream()
                .filter(quotes::containsKey)
                .toList();
        List<Tactic> meant = known.isEmpty()
                ? finding.technique().tactics().stream().limit(1).toList()
                : known;
        for (Tactic tactic : meant) {
            quotes.putIfAbsent(tactic, finding.quotes().get(0));
            rules.putIfAbsent(tactic, rule(finding.technique()));
            bases.putIfAbsent(tactic, basis(finding.technique()));
            techniques
                    .computeIfAbsent(tactic, key -> new TreeSet<>())
                    .add(finding.technique().id());
        }
    }

    private static KillChainStep.Basis basis(Technique technique) {
        return technique.tactics().size() == 1 ? KillChainStep.Basis.TECHNIQUE : KillChainStep.Basis.ONE_OF_SEVERAL;
    }

    private static String rule(Technique technique) {
        String only = technique.tactics().size() == 1 ? "its tactic" : "the first of its tactics";
        return technique.id() + " is shown, and this is " + only;
    }

    private List<KillChainStep> steps() {
        return Stream.of(Tactic.values())
                .filter(quotes::containsKey)
                .map(this::step)
                .toList();
    }

    private KillChainStep step(Tactic tactic) {
        List<String> ids = List.copyOf(techniques.getOrDefault(tactic, new TreeSet<>()));
        return new KillChainStep(tactic, bases.get(tactic), rules.get(tactic), ids, quotes.get(tactic));
    }
}
