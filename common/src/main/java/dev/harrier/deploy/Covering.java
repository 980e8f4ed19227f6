package dev.harrier.deploy;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.HuntId;

/**
 * That a site's own rule looks for what a hunt looks for. For people to judge: a query's text was compared, not run.
 *
 * @param rule the rule's name
 * @param extent how much of the hunt
 * @param why what was found to be the same
 */
public record Covering(HuntId hunt, String rule, Extent extent, String why) {
    /** How much of a hunt a rule covers. */
    public enum Extent {
        /** The same rule by id or title, or every value that the hunt asks for. */
        WHOLLY,
        /** At least half of the values. */
        PARTLY
    }

    public Covering {
        requireNonNull(hunt, "hunt is null");
        requireNonNull(rule, "rule is null");
        requireNonNull(extent, "extent is null");
        requireNonNull(why, "why is null");
    }

    /** For people. */
    public String words() {
        return (extent == Extent.WHOLLY ? "already covered by \"" : "partly covered by \"") + rule + "\": " + why;
    }
}
