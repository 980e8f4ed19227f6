package dev.harrier.config;

import static java.util.Objects.requireNonNull;

import dev.harrier.assess.Severity;
import dev.harrier.hunt.Hunt;
import java.util.Set;

/**
 * Which hunts go to a target, and what they leave out there. Immutable.
 *
 * @param atLeast hunts of less severity stay away
 * @param kinds hunts of other kinds stay away
 * @param except ids of hunts that stay away
 * @param allow what single hunts leave out
 */
public record HuntFilter(Severity atLeast, Set<Hunt.Kind> kinds, Set<String> except, SiteAllowlist allow) {
    /** Every hunt. */
    public static final HuntFilter ALL = new HuntFilter(Severity.INFORMATIONAL, Set.of(Hunt.Kind.values()), Set.of());

    public HuntFilter {
        requireNonNull(atLeast, "atLeast is null");
        kinds = Set.copyOf(kinds);
        except = Set.copyOf(except);
        requireNonNull(allow, "allow is null");
    }

    /** Hunts that leave nothing out. */
    public HuntFilter(Severity atLeast, Set<Hunt.Kind> kinds, Set<String> except) {
        this(atLeast, kinds, except, SiteAllowlist.NONE);
    }

    /** The same hunts, leaving this out. */
    public HuntFilter allowing(SiteAllowlist other) {
        return new HuntFilter(atLeast, kinds, except, other);
    }

    /** Whether a hunt goes there. */
    public boolean accepts(Hunt hunt) {
        return hunt.severity().compareTo(atLeast) >= 0
                && kinds.contains(hunt.kind())
                && !except.contains(hunt.id().toString());
    }
}
