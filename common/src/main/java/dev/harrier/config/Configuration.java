package dev.harrier.config;

import static java.util.Objects.requireNonNull;

import dev.harrier.verdict.VerdictPolicy;
import java.util.List;
import java.util.Optional;

/**
 * What {@code harrier.yml} says, defaults filled in. Paths are as written, relative to the folder that the program runs in.
 *
 * @param deployment the name in every marker
 * @param packs the folder of packs
 * @param history the folder of the ledger
 * @param targets in the order of the file, unique by name
 * @param verdict numbers of the verdict rules
 * @param validation the scheduled run
 * @param promotion when a hunt is proposed to go live
 * @param allow what single hunts leave out at this site, on every target
 */
public record Configuration(
        String deployment,
        String packs,
        String history,
        List<TargetConfiguration> targets,
        VerdictPolicy verdict,
        ValidationConfiguration validation,
        PromotionConfiguration promotion,
        SiteAllowlist allow) {
    /** What holds where there is no file. */
    public static final Configuration DEFAULT = new Configuration(
            "default",
            "packs",
            "history",
            List.of(),
            VerdictPolicy.DEFAULT,
            ValidationConfiguration.DEFAULT,
            PromotionConfiguration.DEFAULT,
            SiteAllowlist.NONE);

    public Configuration {
        requireNonNull(deployment, "deployment is null");
        requireNonNull(packs, "packs is null");
        requireNonNull(history, "history is null");
        targets = List.copyOf(targets);
        requireNonNull(verdict, "verdict is null");
        requireNonNull(validation, "validation is null");
        requireNonNull(promotion, "promotion is null");
        requireNonNull(allow, "allow is null");
    }

    /** The target of a name. */
    public Optional<TargetConfiguration> target(String name) {
        return targets.stream().filter(target -> target.name().equals(name)).findFirst();
    }
}
