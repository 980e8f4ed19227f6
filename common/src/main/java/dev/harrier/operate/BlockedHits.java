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
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Tells of hits how many were blocked, by a second question: the hunt's own, and that the event says so. It is asked only where there is
 * a hit, and its answer kept only if it is whole; where there is none, or the target's tables don't say what was blocked, nothing is
 * known. Immutable.
 */
final class BlockedHits {
    private final Target target;

    BlockedHits(Target target) {
        this.target = target;
    }

    /** A count of a window. */
    HitCount split(Deployment deployment, Window window, HitCount count) {
        Optional<Deployment> question = hasHits(count) ? question(deployment) : Optional.empty();
        return question.flatMap(blocked -> answer(() -> target.connector().count(blocked, window)))
                .map(blocked -> with(count, blocked))
                .orElse(count);
    }

    /** Counts of days, from the first inclusive to the second exclusive. */
    SortedMap<LocalDate, HitCount> split(
            Deployment deployment, LocalDate from, LocalDate to, SortedMap<LocalDate, HitCount> counts) {
        boolean hits = counts.values().stream().anyMatch(BlockedHits::hasHits);
        Optional<Deployment> question = hits ? question(deployment) : Optional.empty();
        Map<LocalDate, HitCount> blocked = question.flatMap(
                        asked -> answer(() -> target.connector().daily(asked, from, to)))
                .orElse(new TreeMap<>());
        SortedMap<LocalDate, HitCount> split = new TreeMap<>(counts);
        blocked.forEach((day, some) ->
                split.computeIfPresent(day, (same, count) -> hasHits(count) ? with(count, some) : count));
        return split;
    }

    /** A count stands, though nobody can say what of it was blocked. */
    private static <T> Optional<T> answer(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (ConnectorException e) {
            return Optional.empty();
        }
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
