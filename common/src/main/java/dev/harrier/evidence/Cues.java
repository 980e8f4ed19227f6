package dev.harrier.evidence;

import java.util.LinkedHashMap;
import java.util.Map;

/** The cue words as a table. */
final class Cues {
    private Cues() {}

    static WordTable<Cue> table() {
        Map<String, Cue> cues = new LinkedHashMap<>();
        FactFile.keysByWord("cues.txt").forEach((word, cue) -> cues.put(word, Cue.valueOf(cue)));
        return new WordTable<>(cues);
    }
}
