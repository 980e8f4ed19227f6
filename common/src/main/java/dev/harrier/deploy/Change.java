package dev.harrier.deploy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/** One step of a plan. Writes nothing unless it is a {@link Create}, {@link Update}, {@link Enable} or {@link Disable}. */
public sealed interface Change {
    /** The object's name on the target. */
    String name();

    /** It isn't there. */
    record Create(WantedObject wanted) implements Change {
        public Create {
            requireNonNull(wanted, "wanted is null");
        }

        @Override
        public String name() {
            return wanted.name();
        }
    }

    /** It is ours, as we left it, and what is wanted differs in fields. Enabling and disabling are part of it if they differ too. */
    record Update(WantedObject wanted, RemoteObject remote, List<FieldChange> fields) implements Change {
        public Update {
            requireNonNull(wanted, "wanted is null");
            requireNonNull(remote, "remote is null");
            fields = List.copyOf(fields);
        }

        @Override
        public String name() {
            return wanted.name();
        }
    }

    /** It is ours and equal, but switched off. */
    record Enable(WantedObject wanted, RemoteObject remote) implements Change {
        public Enable {
            requireNonNull(wanted, "wanted is null");
            requireNonNull(remote, "remote is null");
        }

        @Override
        public String name() {
            return wanted.name();
        }
    }

    /**
     * It is ours and to be switched off: wanted so, or retired.
     *
     * @param reason for people
     * @param byHand whether a person wants it off whatever is planned later, as if it had been switched off in the SIEM: it is never
     *     deleted, and stays off until somebody switches it on
     */
    record Disable(RemoteObject remote, String reason, boolean byHand) implements Change {
        public Disable {
            requireNonNull(remote, "remote is null");
            requireNonNull(reason, "reason is null");
        }

        /** What a later plan may switch on again. */
        public Disable(RemoteObject remote, String reason) {
            this(remote, reason, false);
        }

        @Override
        public String name() {
            return remote.name();
        }
    }

    /** It is there as wanted. */
    record Keep(RemoteObject remote) implements Change {
        public Keep {
            requireNonNull(remote, "remote is null");
        }

        @Override
        public String name() {
            return remote.name();
        }
    }

    /**
     * It is there as wanted, but for what its users set to their own taste, which stays and is shown.
     *
     * @param own what differs from ours, see {@link Adjustments}
     */
    record Adjusted(WantedObject wanted, RemoteObject remote, List<FieldChange> own) implements Change {
        public Adjusted {
            requireNonNull(wanted, "wanted is null");
            requireNonNull(remote, "remote is null");
            own = List.copyOf(own);
        }

        /** What users set, for people: {@code enabled=0, cron_schedule=0 6 * * *}. */
        public String words() {
            return own.stream()
                    .map(field -> field.field() + "=" + field.deployed())
                    .collect(Collectors.joining(", "));
        }

        @Override
        public String name() {
            return remote.name();
        }
    }

    /** It is ours, but somebody edited it since: reported, and left alone unless taken over. */
    record Drifted(WantedObject wanted, RemoteObject remote, List<FieldChange> fields) implements Change {
        public Drifted {
            requireNonNull(wanted, "wanted is null");
            requireNonNull(remote, "remote is null");
            fields = List.copyOf(fields);
        }

        @Override
        public String name() {
            return wanted.name();
        }
    }

    /** The name is taken by an object that is not ours: reported, never touched. */
    record Foreign(WantedObject wanted, RemoteObject remote) implements Change {
        public Foreign {
            requireNonNull(wanted, "wanted is null");
            requireNonNull(remote, "remote is null");
        }

        @Override
        public String name() {
            return wanted.name();
        }
    }

    /** Whether carrying it out writes to the target. */
    default boolean writes() {
        return this instanceof Create || this instanceof Update || this instanceof Enable || this instanceof Disable;
    }
}
