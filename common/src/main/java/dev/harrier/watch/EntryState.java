package dev.harrier.watch;

import static java.util.Objects.requireNonNull;

/**
 * What is remembered of a feed's entry. Immutable.
 *
 * @param fingerprint of what the feed held of it
 * @param read whether that is done with
 * @param tries at its page that failed
 */
record EntryState(String fingerprint, boolean read, int tries) {
    EntryState {
        requireNonNull(fingerprint, "fingerprint is null");
    }
}
