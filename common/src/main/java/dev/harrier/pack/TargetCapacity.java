package dev.harrier.pack;

import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.QueryLimit;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.compose.Capacity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the SIEMs of these languages take of one hunt, by the limits that the languages declare and the very texts that they make
 * under their default profiles. A tenth of each limit stays free, for what a person excludes later. Immutable and thread-safe.
 */
public final class TargetCapacity implements Capacity {
    private final List<Dialect> dialects;
    private final boolean lookups;

    private TargetCapacity(List<Dialect> dialects, boolean lookups) {
        this.dialects = List.copyOf(dialects);
        this.lookups = lookups;
    }

    /** Of all these together: a hunt must fit each. */
    public static Capacity of(List<Dialect> dialects) {
        return new TargetCapacity(dialects, false);
    }

    /** The same, of targets that people install tables on beside the hunts. */
    public static Capacity withLookups(List<Dialect> dialects) {
        return new TargetCapacity(dialects, true);
    }

    @Override
    public boolean carries(Hunt hunt) {
        return dialects.stream().allMatch(dialect -> fits(hunt, dialect, dialect.defaultProfile()));
    }

    @Override
    public boolean carriesAsTable(Hunt hunt) {
        return lookups
                && dialects.stream()
                        .allMatch(dialect -> fits(hunt, dialect, dialect.defaultProfile())
                                || dialect.renderForFiles(hunt) instanceof Rendering.Rendered);
    }

    /** What can't be said at any length needs no room. */
    private static boolean fits(Hunt hunt, Dialect dialect, Profile profile) {
        Optional<QueryLimit> limit = dialect.limit(profile);
        OptionalInt length = limit.isEmpty() ? OptionalInt.empty() : dialect.length(hunt, profile);
        return length.isEmpty() || length.getAsInt() <= room(limit.get());
    }

    private static int room(QueryLimit limit) {
        return limit.characters() - limit.characters() / 10;
    }
}
