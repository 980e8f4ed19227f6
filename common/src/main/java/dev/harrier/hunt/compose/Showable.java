package dev.harrier.hunt.compose;

import dev.harrier.attack.Technique;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The techniques that a hit of one sort of clause can show, {@code showable-techniques.tsv}: a name that is looked up shows that it
 * was contacted, not how the program that did it stays on the machine. What the table does not have shows nothing.
 *
 * @param words ids, which stand for their sub-techniques too unless {@code =} follows, and short names of tactics; those with a
 *     {@code !} only where a rule recognises the behaviour
 * @param never ids that are excluded, with their sub-techniques
 */
record Showable(Set<String> words, Set<String> never) {
    private static final Map<String, Showable> TABLE = Words.lines("showable-techniques.tsv").stream()
            .map(line -> line.split("\t"))
            .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> of(cells[1])));

    private static final Showable NOTHING = new Showable(Set.of(), Set.of());

    /** By the sort of events and the first word of the group's name, whatever the operating system. */
    static Showable of(Group group) {
        String name = group.name().replaceFirst("^(linux|macos) ", "").replaceFirst(" .*", "");
        return TABLE.getOrDefault(group.events().category() + "/" + name, NOTHING);
    }

    private static Showable of(String cell) {
        List<String> all = List.of(cell.strip().split(" +"));
        return new Showable(
                all.stream().filter(w -> !w.startsWith("-")).collect(Collectors.toUnmodifiableSet()),
                all.stream()
                        .filter(w -> w.startsWith("-"))
                        .map(w -> w.substring(1))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a hit shows a technique that the article's words tell. */
    boolean includes(Technique technique) {
        return includes(technique, "");
    }

    /** Whether a hit shows a technique that a rule recognises in the behaviour itself. */
    boolean includesRuled(Technique technique) {
        return includes(technique, "") || includes(technique, "!");
    }

    private boolean includes(Technique technique, String mark) {
        return !never.contains(technique.id())
                && !never.contains(technique.parentId())
                && (words.contains(technique.id() + mark)
                        || words.contains(technique.id() + "=")
                        || words.contains(technique.parentId() + mark)
                        || technique.tactics().stream().anyMatch(tactic -> words.contains(tactic.shortName())));
    }
}
