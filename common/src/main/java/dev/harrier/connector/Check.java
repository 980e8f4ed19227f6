package dev.harrier.connector;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * One thing that was looked at to tell whether a target can be used, and how well.
 *
 * @param name a short word, for example {@code reach} or {@code quota}
 * @param state how it is
 * @param finding what was found, one line for people, without secrets
 * @param wayOut what to do about it, empty where nothing is to be done
 */
public record Check(String name, State state, String finding, String wayOut) {
    /** How something is. */
    public enum State {
        OK,
        /** Harrier works, but less well, or some hunts don't. */
        WARNING,
        /** Harrier doesn't work there. */
        FAILED,
        /** It could not be seen, mostly for want of a permission. */
        UNKNOWN;

        /** Lower-case word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Check {
        requireNonNull(name, "name is null");
        requireNonNull(state, "state is null");
        requireNonNull(finding, "finding is null");
        requireNonNull(wayOut, "wayOut is null");
    }

    /** As it should be. */
    public static Check ok(String name, String finding) {
        return new Check(name, State.OK, finding, "");
    }

    /** Works, but less well. */
    public static Check warning(String name, String finding, String wayOut) {
        return new Check(name, State.WARNING, finding, wayOut);
    }

    /** Doesn't work. */
    public static Check failed(String name, String finding, String wayOut) {
        return new Check(name, State.FAILED, finding, wayOut);
    }

    /** Can't be seen. */
    public static Check unknown(String name, String finding, String wayOut) {
        return new Check(name, State.UNKNOWN, finding, wayOut);
    }
}
