package dev.harrier.assess;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a behaviour shows.
 *
 * @param kind the sort of behaviour it is about
 * @param subject for commands, processes and parents: base names without {@code .exe}, joined by a bar; else a part of the path; empty for any
 * @param fragments what a command line must hold, lower case
 * @param techniques ids
 */
record BehaviourRule(String kind, String subject, List<String> fragments, List<String> techniques) {
    static BehaviourRule of(String[] row) {
        return new BehaviourRule(row[0], row[1], list(row[2]), list(row[3]));
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split("&"));
    }

    boolean fits(String program, String line) {
        String name = program.toLowerCase(Locale.ROOT).replaceFirst("\\.(?:exe|com)$", "");
        return Arrays.asList(subject.split(Pattern.quote("|"))).contains(name)
                && fragments.stream().allMatch(line.toLowerCase(Locale.ROOT)::contains);
    }

    boolean fitsPath(String path) {
        return path.toLowerCase(Locale.ROOT).contains(subject);
    }
}
