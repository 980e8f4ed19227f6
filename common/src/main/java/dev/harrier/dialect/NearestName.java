package dev.harrier.dialect;

import dev.harrier.attack.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant, for messages. Pure and thread-safe. */
public final class NearestName {
    /** Names are short; a hostile one must not cost. */
    private static final int LONGEST = 80;

    private NearestName() {}

    /** The name spelt most alike regardless of case, if at most a third of its letters differ. */
    public static Optional<String> to(String wanted, Collection<String> names) {
        if (wanted.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = wanted.toLowerCase(Locale.ROOT);
        return names.stream()
                .min(Comparator.comparingInt((String name) -> edits(lower, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> 3 * edits(lower, name) <= Math.max(wanted.length(), name.length()));
    }

    /** The end of a message: {@code "; the nearest is NAME"}, or nothing. */
    public static String words(String wanted, Collection<String> names) {
        return to(wanted, names).map(name -> "; the nearest is " + name).orElse("");
    }

    private static int edits(String lower, String name) {
        return EditDistance.between(lower, name.toLowerCase(Locale.ROOT));
    }
}
