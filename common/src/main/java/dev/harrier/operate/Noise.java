package dev.harrier.operate;

import dev.harrier.dialect.Entity;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.EntityCount;
import dev.harrier.measure.HitCount;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.Tuning;
import java.util.List;

/** Who makes a noisy hunt's noise, as the target tells: two queries for each hunt, none once the deadline has passed. */
final class Noise {
    private static final int MOST_NAMED = 5;

    private final Validation.Wish wish;
    private final TargetHunts hunts;
    private final Notices notices;

    Noise(Validation.Wish wish, TargetHunts hunts, Notices notices) {
        this.wish = wish;
        this.hunts = hunts;
        this.notices = notices;
    }

    /** Hosts and users that are hit most, and of how many events. */
    Tuning tuning(HuntVerdict verdict) {
        HuntId id = verdict.hunt().id();
        return new Tuning(top(id, Entity.HOST), top(id, Entity.USER), events(verdict.count()));
    }

    private List<EntityCount> top(HuntId hunt, Entity entity) {
        return hunts.deployment(hunt)
                .filter(deployment -> !wish.deadline().passed())
                .flatMap(deployment -> Validation.reached(
                        notices, () -> hunts.target().connector().top(deployment, entity, wish.window(), MOST_NAMED)))
                .orElse(List.of());
    }

    private static long events(HitCount count) {
        if (count instanceof HitCount.Counted counted) {
            return counted.hits().events();
        }
        return count instanceof HitCount.AtLeast atLeast ? atLeast.hits().events() : 0;
    }
}
