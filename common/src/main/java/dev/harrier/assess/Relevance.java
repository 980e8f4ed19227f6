package dev.harrier.assess;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * Whether the article is about a threat that can be hunted.
 *
 * @param kind what sort of article it is
 * @param threat whether hunts may be made of it
 * @param score how sure, 0 to 1, that {@code threat} is true
 * @param reasons in order of weight, at least one
 */
public record Relevance(Kind kind, boolean threat, double score, List<Reason> reasons) {
    /** Sorts of article. */
    public enum Kind {
        THREAT_REPORT,
        VULNERABILITY_ADVISORY,
        BREACH_NEWS,
        RESEARCH_OR_TOOL,
        HOW_TO,
        PRODUCT_OR_MARKETING,
        OPINION_OR_LEGAL,
        OTHER;

        /** For people, for example {@code breach news}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Relevance {
        requireNonNull(kind, "kind is null");
        reasons = List.copyOf(reasons);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score " + score + " is outside 0..1");
        }
    }
}
