package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isWord;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One pass over the words of a text that counts what speaks to whom, and notes where an operation's name or a word that leads to a
 * name begins. Linear; makes no string but for what it notes.
 */
final class WordWalk {
    private static final WordTable<Signal> SIGNALS = new WordTable<>(Signal.words());
    private static final WordTable<List<OperationName>> OPERATIONS = new WordTable<>(OperationName.byFirstWord());

    /** A name of an operation that stands in the text. */
    record Hit(OperationName name, int start, int end) {}

    private final RefangedText text;
    private final Map<Signal, Integer> counts = new EnumMap<>(Signal.class);
    private final Map<Signal, List<Integer>> places = new HashMap<>();
    final List<Hit> operations = new ArrayList<>();

    private WordWalk(RefangedText text) {
        this.text = text;
    }

    static WordWalk of(RefangedText text) {
        WordWalk walk = new WordWalk(text);
        int i = 0;
        while (i < text.length) {
            i = isWord(text.chars[i]) ? walk.word(i) : i + 1;
        }
        return walk;
    }

    private int word(int start) {
        char[] chars = text.chars;
        int hash = 0;
        int end = start;
        while (end < text.length && isWord(chars[end])) {
            hash = WordTable.hashStep(hash, Characters.lower(chars[end]));
            end++;
        }
        Signal signal = SIGNALS.find(hash, chars, start, end);
        if (signal != null) {
            counts.merge(signal, 1, Integer::sum);
            if (signal == Signal.PORT || signal == Signal.PACKAGES || signal == Signal.IMAGES) {
                places.computeIfAbsent(signal, k -> new ArrayList<>()).add(start);
            }
        }
        List<OperationName> names = OPERATIONS.find(hash, chars, start, end);
        return names == null ? end : operation(names, start, end);
    }

    private int operation(List<OperationName> names, int start, int wordEnd) {
        for (OperationName name : names) {
            int end = name.endOf(text, start, wordEnd);
            if (end > 0) {
                operations.add(new Hit(name, start, end));
                return end;
            }
        }
        return wordEnd;
    }

    int count(Signal signal) {
        return counts.getOrDefault(signal, 0);
    }

    List<Integer> places(Signal signal) {
        return places.getOrDefault(signal, List.of());
    }

    ArticleVoice voice() {
        return new ArticleVoice(count(Signal.READER), count(Signal.ATTACKER));
    }
}
