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
        return longest == 0 ? 1 : (double) edits(wanted, other) / longest;
    }

    /** Levenshtein's distance, in one row. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swap, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
