package dev.harrier.measure;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.HuntId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One thing that was measured on one target for one UTC day. A later entry for the same thing, target and day replaces an earlier one. */
public sealed interface LedgerEntry {
    /** The target's name. */
    String target();

    /** The UTC day that was searched, whole unless {@link #at} is before its end. */
    LocalDate day();

    /** When it was measured. */
    Instant at();

    /**
     * What a hunt found on a day.
     *
     * @param query fingerprint of the text that ran: days counted by another text are another history
     */
    record DayCount(HuntId hunt, String target, LocalDate day, Instant at, String query, HitCount count)
            implements LedgerEntry {
        public DayCount {
            requireNonNull(hunt, "hunt is null");
            requireNonNull(target, "target is null");
            requireNonNull(day, "day is null");
            requireNonNull(at, "at is null");
            requireNonNull(query, "query is null");
            requireNonNull(count, "count is null");
        }

        /** How many events matched, if all that was there was searched. */
        public Optional<Long> counted() {
            return count instanceof HitCount.Counted counted
                    ? Optional.of(counted.hits().events())
                    : Optional.empty();
        }
    }

    /**
     * What telemetry of a kind there was on a day.
     *
     * @param events how many
     * @param hosts distinct hosts reporting
     */
    record DayCoverage(EventKind kind, String target, LocalDate day, Instant at, long events, long hosts)
            implements LedgerEntry {
        public DayCoverage {
            requireNonNull(kind, "kind is null");
            requireNonNull(target, "target is null");
            requireNonNull(day, "day is null");
            requireNonNull(at, "at is null");
        }
    }
}
