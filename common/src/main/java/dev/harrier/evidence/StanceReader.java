package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads how an article stands to what its text shows. The words of the sentence come first (for code: of the sentence that leads to
 * it), then the heading above, then whom the whole article speaks to. Asked in text order it looks at each sentence once. Used by
 * one thread.
 */
final class StanceReader {
    private static final StanceRules SENTENCES = StanceRules.shipped("behaviour-stances.tsv");
    private static final StanceRules HEADINGS = StanceRules.shipped("behaviour-sections.tsv");
    private static final Pattern ATTACKER = Pattern.compile(
            "(?i)\\b(?:attackers?|adversar(?:y|ies)|threat actors?|the actors?|malware|ransomware|trojan|backdoor|loader|dropper|payloads?"
                    + "|implant|the operators?|intruders?|victims?'?|c2|c&c|exfiltrat\\w+|malicious(?:ly)?|hackers?|stealer|worm|botnet"
                    + "|compromised|infected|infection|trojanized|apt\\d*|webshell|beacon|rootkit|cryptominer|miner|spyware)\\b");
    private static final int DEEPEST = 8;
    private static final Verdict ATTACK = new Verdict(BehaviourStance.ATTACK, "");

    /** A stance and what says so. */
    record Verdict(BehaviourStance stance, String why) {}

    private record Heading(int offset, Optional<StanceRules.Said> said) {}

    private final Article article;
    private final SentenceText sentences;
    private final ArticleVoice voice;
    private final List<Heading> headings = new ArrayList<>();
    private final List<Optional<StanceRules.Said>> byRank =
            new ArrayList<>(Collections.nCopies(DEEPEST, Optional.empty()));
    private SentenceText.Span lastSpan = new SentenceText.Span(-1, -1);
    private int lastBlock = -1;
    private Verdict last = ATTACK;

    StanceReader(Article article, ArticleVoice voice) {
        this.article = article;
        this.voice = voice;
        this.sentences = new SentenceText(article);
        article.blocks().stream().filter(b -> b.kind() == Block.Kind.HEADING).forEach(this::heading);
    }

    private void heading(Block block) {
        String words = article.textOf(block);
        int rank = Math.min(Section.rankOf(words), DEEPEST - 1);
        Optional<StanceRules.Said> said = words.length() > 140 ? Optional.empty() : HEADINGS.of(words);
        headings.add(new Heading(block.start(), said.isPresent() ? said : above(rank)));
        for (int below = rank; below < DEEPEST; below++) {
            byRank.set(below, headings.get(headings.size() - 1).said());
        }
    }

    /** What the heading that this one stands below says. */
    private Optional<StanceRules.Said> above(int rank) {
        return rank <= 1 ? Optional.empty() : byRank.get(rank - 1);
    }

    /** The stance to what stands at an offset of the article's text. */
    Verdict at(int offset) {
        Optional<Block> block = article.blockAt(offset);
        if (block.isEmpty()) {
            return byPlace(offset);
        }
        boolean code = block.get().kind() == Block.Kind.CODE;
        boolean known = code ? lastBlock == block.get().start() : lastSpan.holds(offset);
        if (!known) {
            lastBlock = block.get().start();
            lastSpan = sentences.at(block.get(), offset);
            last = code ? code(block.get(), offset) : sentence(sentences.words(lastSpan), offset);
        }
        return last;
    }

    private Verdict code(Block block, int offset) {
        return blockBefore(block.start())
                .map(before -> sentence(sentences.words(sentences.last(before)), offset))
                .orElseGet(() -> byPlace(offset));
    }

    /** The block of words that leads to code, over a little more code; empty when a heading or nothing does. */
    private Optional<Block> blockBefore(int start) {
        int index = indexOf(start) - 1;
        for (int looked = 0; index >= 0 && looked < 3 && isCode(index); looked++) {
            index--;
        }
        return index < 0
                ? Optional.empty()
                : Optional.of(article.blocks().get(index))
                        .filter(b -> b.kind() != Block.Kind.CODE
                                && b.kind() != Block.Kind.HEADING
                                && b.kind() != Block.Kind.BOILERPLATE);
    }

    private boolean isCode(int index) {
        return article.blocks().get(index).kind() == Block.Kind.CODE;
    }

    private int indexOf(int start) {
        int low = 0;
        int high = article.blocks().size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (article.blocks().get(middle).start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Verdict sentence(String words, int offset) {
        boolean attacker = ATTACKER.matcher(words).find();
        Optional<StanceRules.Said> said = SENTENCES.of(words);
        if (said.isPresent() && !(said.get().yields() && attacker)) {
            return verdict(said.get(), "the sentence says");
        }
        return attacker ? ATTACK : byPlace(offset);
    }

    private Verdict byPlace(int offset) {
        Optional<StanceRules.Said> section = headingAt(offset);
        if (section.isPresent() && !(section.get().stance() == BehaviourStance.INSTRUCTION && voice.isOfAttackers())) {
            return verdict(section.get(), "it stands below a heading with");
        }
        return voice.isInstruction()
                ? new Verdict(BehaviourStance.INSTRUCTION, "the article speaks to its reader, not of an attacker")
                : ATTACK;
    }

    private static Verdict verdict(StanceRules.Said said, String where) {
        return said.stance() == BehaviourStance.ATTACK
                ? ATTACK
                : new Verdict(said.stance(), where + " \u201c" + said.words() + "\u201d");
    }

    private Optional<StanceRules.Said> headingAt(int offset) {
        int low = 0;
        int high = headings.size() - 1;
        Optional<StanceRules.Said> found = Optional.empty();
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (headings.get(middle).offset() <= offset) {
                found = headings.get(middle).said();
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return found;
    }
}
