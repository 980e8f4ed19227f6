package dev.harrier.config;

/**
 * When a hunt in shadow is proposed to go live.
 *
 * @param quietDays days without a hit, all searched, that make it safe to let a hunt alert
 * @param most hunts that one call may promote
 */
public record PromotionConfiguration(int quietDays, int most) {
    /** The defaults. */
    public static final PromotionConfiguration DEFAULT = new PromotionConfiguration(14, 20);

    public PromotionConfiguration {
        if (quietDays < 1 || most < 1) {
            throw new IllegalArgumentException("quiet days and the most hunts to promote are at least 1");
        }
    }
}
