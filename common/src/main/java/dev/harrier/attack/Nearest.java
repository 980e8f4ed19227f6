package dev.harrier.attack;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the technique that somebody probably meant. */
final class Nearest {
    private static final double FAR = 0.4;

    private Nearest() {}

    static Optional<Technique> to(String wanted, Collection<Technique> techniques) {
        return techniques.stream()
                .min(Comparator.comparingDouble((Technique t) -> distance(wanted, t))
                        .thenComparing(Technique::id))
                .filter(t -> distance(wanted, t) <= FAR);
    }

    private static double distance(String wanted, Technique technique) {
        return Math.min(relative(wanted, technique.id()), relative(wanted, technique.name()));
    }

    private static double relative(String wanted, String candidate) {
        String other = candidate.toLowerCase(Locale.ROOT);
        int longest = Math.max(wanted.length(), other.length());
        return longest == 0 ? 1 : (double) EditDistance.between(wanted, other) / longest;
    }
}
