package dev.harrier.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Public suffixes and file extensions: what a name's last label says. Immutable. */
final class Suffixes {
    private static final Set<String> PUBLIC = FactFile.words("public-suffixes.txt");
    private static final Set<String> EXTENSIONS = FactFile.words("file-extensions.txt");
    private static final Set<String> AMBIGUOUS = FactFile.words("ambiguous-extensions.txt");
    private static final WordTable<Boolean> LAST_LABELS = lastLabels();

    private Suffixes() {}

    private static WordTable<Boolean> lastLabels() {
        Map<String, Boolean> labels = new HashMap<>();
        PUBLIC.stream().filter(s -> s.indexOf('.') < 0).forEach(s -> labels.put(s, true));
        EXTENSIONS.forEach(s -> labels.putIfAbsent(s, false));
        return new WordTable<>(labels);
    }

    /** Whether a last label is a top-level domain (true), only a file extension (false), or neither (null). */
    static Boolean lastLabel(char[] chars, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = WordTable.hashStep(hash, Characters.lower(chars[i]));
        }
        return LAST_LABELS.find(hash, chars, start, end);
    }

    static boolean isExtension(String label) {
        return EXTENSIONS.contains(label);
    }

    /** Both a top-level domain and a common file extension: {@code zip}, {@code sh}, {@code py}. */
    static boolean isAmbiguous(String label) {
        return AMBIGUOUS.contains(label);
    }

    /** Whether names under this one are registered by different people: {@code co.uk}. */
    static boolean isPublic(String domain) {
        int dot = domain.indexOf('.');
        if (dot < 0 || domain.indexOf('.', dot + 1) >= 0) {
            return dot < 0;
        }
        boolean wildcard = PUBLIC.contains("*" + domain.substring(dot)) && !PUBLIC.contains("!" + domain);
        return wildcard || PUBLIC.contains(domain);
    }

    /** Whether this is a top-level domain, or another name under which different people register theirs. */
    static boolean isShared(String name) {
        return name.indexOf('.') < 0 ? PUBLIC.contains(name) : isPublic(name);
    }

    /** The part of a domain that somebody registered: {@code b.co.uk} of {@code a.b.co.uk}; the whole when there is none. */
    static String registered(String domain) {
        String rest = domain;
        int dot = rest.indexOf('.');
        while (dot >= 0 && !isPublic(rest.substring(dot + 1))) {
            rest = rest.substring(dot + 1);
            dot = rest.indexOf('.');
        }
        return rest;
    }
}
