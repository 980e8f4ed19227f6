package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what an article shows being done, and parts what attackers did from what they did not. */
final class BehaviourReader {
    private final Article article;
    private final List<Behaviour> out = new ArrayList<>();

    /**
     * Behaviours, parted by stance.
     *
     * @param behaviours what attackers did
     * @param setAside the rest
     */
    record Parted(List<Behaviour> behaviours, List<SetAside> setAside) {}

    private BehaviourReader(Article article) {
        this.article = article;
    }

    static Parted read(
            Article article, RefangedText text, Findings findings, WordWalk words, List<Indicator> indicators) {
        BehaviourReader reader = new BehaviourReader(article);
        reader.blocks();
        new ProgramPairs(article, text, findings, reader.out).read();
        new NamedBehaviours(article, text, findings, indicators, reader.out).read();
        new NetworkReader(article, text, words, reader.out).read();
        new OperationReader(article, text, words, reader.out).read();
        return reader.parted(new StanceReader(article, words.voice()));
    }

    private void blocks() {
        CommandReader commands = new CommandReader(article, out);
        ProcessTrees trees = new ProcessTrees(article, out);
        ScriptReader scripts = new ScriptReader(article, out);
        for (Block block : article.blocks()) {
            if (block.kind() != Block.Kind.BOILERPLATE) {
                commands.read(block);
                trees.read(block);
                scripts.read(block);
            }
        }
        CommandFacts.add(out);
    }

    /** An attacker's behaviour keeps its first place as an attack; one that is never an attack keeps its first place. */
    private Parted parted(StanceReader stances) {
        out.sort((a, b) -> a.quote().compareTo(b.quote()));
        List<Behaviour> attacks = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        Map<List<Object>, SetAside> others = new LinkedHashMap<>();
        for (Behaviour behaviour : out) {
            StanceReader.Verdict verdict = stances.at(behaviour.quote().start());
            List<Object> key = BehaviourKey.of(behaviour);
            if (verdict.stance() != BehaviourStance.ATTACK) {
                others.putIfAbsent(key, new SetAside(behaviour, verdict.stance(), verdict.why()));
            } else if (seen.add(key)) {
                attacks.add(behaviour);
            }
        }
        others.keySet().removeAll(seen);
        return new Parted(attacks, List.copyOf(others.values()));
    }
}
