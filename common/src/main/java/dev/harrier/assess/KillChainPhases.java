package dev.harrier.assess;

import dev.harrier.attack.Tactic;
import dev.harrier.evidence.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lockheed Martin's phases: observed where the article's words show one, inferred where only a tactic of ATT&amp;CK stands for it. */
final class KillChainPhases {
    private static final PhraseBook WORDS = new PhraseBook(Table.rows("phase-phrases.tsv"), 0, 1);
    private final Map<KillChainPhase, PhaseStep> steps = new EnumMap<>(KillChainPhase.class);
    private final Map<KillChainPhase, List<KillChainStep>> tactics = new EnumMap<>(KillChainPhase.class);

    private KillChainPhases(List<KillChainStep> chain) {
        for (KillChainStep step : chain) {
            tactics.computeIfAbsent(KillChainPhase.of(step.tactic()), key -> new ArrayList<>())
                    .add(step);
        }
    }

    /** The phases in order, of an article whose kill chain by ATT&amp;CK is known. */
    static List<PhaseStep> of(Reading reading, List<KillChainStep> chain) {
        KillChainPhases phases = new KillChainPhases(chain);
        reading.sentences().stream()
                .filter(sentence -> !sentence.code() && sentence.stance().counts())
                .forEach(sentence -> phases.read(reading, sentence));
        phases.tactics.forEach(phases::infer);
        return Stream.of(KillChainPhase.values())
                .filter(phases.steps::containsKey)
                .map(phases.steps::get)
                .toList();
    }

    private void read(Reading reading, Sentence sentence) {
        for (PhraseBook.Hit hit : WORDS.in(sentence.text())) {
            KillChainPhase phase = KillChainPhase.valueOf(hit.label());
            String words = "says “" + sentence.text().substring(hit.start(), hit.end()) + "”";
            put(phase, false, words, sentence.context(reading.article(), hit));
        }
    }

    /** From the tactic that the article's words name, if there is one, else from the first that a technique stands for. */
    private void infer(KillChainPhase phase, List<KillChainStep> known) {
        KillChainStep best = known.stream()
                .min(Comparator.comparing(KillChainStep::inferred))
                .orElseThrow();
        String rule = "ATT&CK's " + best.tactic().title() + " belongs to it"
                + (best.inferred() ? " (itself inferred: " + best.rule() + ")" : "");
        put(phase, true, rule, best.quote());
    }

    private void put(KillChainPhase phase, boolean inferred, String rule, Quote quote) {
        List<Tactic> known = tactics.getOrDefault(phase, List.of()).stream()
                .map(KillChainStep::tactic)
                .toList();
        steps.putIfAbsent(phase, new PhaseStep(phase, inferred, rule, known, quote));
    }
}
