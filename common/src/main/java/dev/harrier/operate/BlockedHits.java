package dev.harrier.operate;

import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.BlockedEvents;
import dev.harrier.hunt.Hunt;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells of hits how many were blocked, by a second question: the hunt's own, and that the event says so. It is asked only where there is
 * a hit, and its answer kept only if it is whole; where the target's tables don't say what was blocked, nothing is known. Immutable.
 */
final class BlockedHits {
    private final Target target;

    BlockedHits(Target target) {
        this.target = target;
    }

    /**
     * A count of a window.
     *
     * @throws ConnectorException if the target can't be asked
     */
    HitCount split(Deployment deployment, Window window, HitCount count) {
        return hasHits(count)
                ? question(deployment)
                        .map(blocked -> with(count, target.connector().count(blocked, window)))
                        .orElse(count)
                : count;
    }

    /**
     * Counts of days, from the first inclusive to the second exclusive.
     *
     * @throws ConnectorException if the target can't be asked
     */
    SortedMap<LocalDate, HitCount> split(
            Deployment deployment, LocalDate from, LocalDate to, SortedMap<LocalDate, HitCount> counts) {
        Optional<Deployment> question =
                counts.values().stream().anyMatch(BlockedHits::hasHits) ? question(deployment) : Optional.empty();
        if (question.isEmpty()) {
            return counts;
        }
        Map<LocalDate, HitCount> blocked =
                new HashMap<>(target.connector().daily(question.get(), from, to));
        SortedMap<LocalDate, HitCount> split = new TreeMap<>(counts);
        split.replaceAll((day, count) -> hasHits(count) && blocked.containsKey(day) ? with(count, blocked.get(day)) : count);
        return split;
    }

    private static boolean hasHits(HitCount count) {
        return count instanceof HitCount.Counted counted && counted.hits().events() > 0;
    }

    private static HitCount with(HitCount count, HitCount blocked) {
        if (count instanceof HitCount.Counted all
                && blocked instanceof HitCount.Counted some
                && some.hits().events() <= all.hits().events()) {
            return new HitCount.Counted(all.hits().withBlocked(some.hits().events()), all.searched());
        }
        return count;
    }

    private Optional<Deployment> question(Deployment deployment) {
        Profile profile = target.connector().profile();
        return BlockedEvents.of(deployment.hunt()).flatMap(hunt -> question(hunt, deployment, profile));
    }

    private Optional<Deployment> question(Hunt hunt, Deployment deployment, Profile profile) {
        return target.dialect().render(hunt, profile) instanceof Rendering.Rendered rendered
                        && isOfTheSame(hunt, rendered.text(), deployment.text(), profile)
                ? Optional.of(new Deployment(hunt, rendered.text(), deployment.state()))
                : Optional.empty();
    }

    /** Another table may be chosen for what the first one can't say; its events are others. */
    private boolean isOfTheSame(Hunt hunt, String one, String other, Profile profile) {
        return target.dialect().tables(profile).stream()
                .filter(table -> table.kind() == hunt.logic().kind())
                .map(TableMapping::table)
                .allMatch(table -> one.contains(table) == other.contains(table));
    }
}
