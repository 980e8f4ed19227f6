package dev.harrier.assess;

import java.util.Locale;

/** How grave a threat is, on paper or as measured. Ordered from least to most. */
public enum Severity {
    INFORMATIONAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** Lower-case word of reports and of the machine contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One level up, {@link #CRITICAL} at most. */
    public Severity raised() {
        return values()[Math.min(ordinal() + 1, CRITICAL.ordinal())];
    }

    /** One level down, {@link #INFORMATIONAL} at least. */
    public Severity lowered() {
        return values()[Math.max(ordinal() - 1, 0)];
    }

    /** The band of a score: below 15 informational, below 35 low, below 55 medium, below 75 high, else critical. */
    public static Severity ofScore(int score) {
        if (score < 15) {
            return INFORMATIONAL;
        }
        if (score < 35) {
            return LOW;
        }
        if (score < 55) {
            return MEDIUM;
        }
        return score < 75 ? HIGH : CRITICAL;
    }
}
