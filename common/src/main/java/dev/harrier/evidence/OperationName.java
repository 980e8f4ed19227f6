package dev.harrier.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Words that name an operation of a platform. From {@code operations.tsv}.
 *
 * @param platform whose audit log shows it
 * @param name as the audit log or the field calls it
 * @param words the words in a text, parted by single blanks; as the audit log writes them when {@code exact}
 * @param exact whether the letters' case counts
 * @param ambiguous whether the words mean this only where the platform is spoken of
 */
record OperationName(Behaviour.Platform platform, String name, String words, boolean exact, boolean ambiguous) {

    /** All names by their first word in lower case, longest words first. */
    static Map<String, List<OperationName>> byFirstWord() {
        Map<String, List<OperationName>> names = new HashMap<>();
        for (String line : FactFile.lines("operations.tsv")) {
            String[] cells = line.split("\t");
            for (String words : cells[2].split("\\|")) {
                OperationName name = of(Behaviour.Platform.valueOf(cells[0]), cells[1], words);
                names.computeIfAbsent(name.firstWord(), k -> new ArrayList<>()).add(name);
            }
        }
        names.values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt((OperationName n) -> -n.words().length())
                                .thenComparing(OperationName::words)));
        return names;
    }

    /** {@code =} first says that case counts, {@code ?} that the words are ambiguous. */
    private static OperationName of(Behaviour.Platform platform, String name, String cell) {
        boolean exact = cell.indexOf('=') >= 0;
        boolean ambiguous = cell.indexOf('?') >= 0;
        return new OperationName(platform, name, cell.replace("=", "").replace("?", ""), exact, ambiguous);
    }

    private String firstWord() {
        int blank = words.indexOf(' ');
        return (blank < 0 ? words : words.substring(0, blank)).toLowerCase(Locale.ROOT);
    }

    /** Where the words end that begin at {@code start}; -1 when others stand there. */
    int endOf(RefangedText text, int start, int wordEnd) {
        int at = start;
        for (int i = 0; i < words.length(); i++, at++) {
            char wanted = words.charAt(i);
            char there = text.at(at);
            boolean same = wanted == ' '
                    ? " -_./:\n".indexOf(there) >= 0
                    : exact ? wanted == there : Characters.lower(wanted) == Characters.lower(there);
            if (!same) {
                return -1;
            }
        }
        return at >= wordEnd && !Characters.isWord(text.at(at)) ? at : -1;
    }
}
