package dev.harrier.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What users of a SIEM set on our objects to their own taste: switched on or off, run at other times. It is told from what we sent
 * ({@link Sent}), and it stays, through updates and when edited objects are taken over; whoever set it sets it back.
 */
public final class Adjustments {
    /** The name under which a marker remembers whether we switched the object on. */
    public static final String ENABLED = "enabled";

    private Adjustments() {}

    /** What differs because a user wanted it so, by name; {@link #ENABLED} is 1 or 0. */
    public static List<FieldChange> of(WantedObject wanted, RemoteObject remote) {
        List<FieldChange> own = new ArrayList<>();
        if (isUsers(remote, ENABLED, flag(remote.enabled()), flag(wanted.enabled()))) {
            own.add(new FieldChange(ENABLED, flag(remote.enabled()), flag(wanted.enabled())));
        }
        wanted.settings().forEach((name, value) -> {
            String there = remote.settings().getOrDefault(name, "");
            if (isUsers(remote, name, there, value)) {
                own.add(new FieldChange(name, there, value));
            }
        });
        return own;
    }

    /** Whether it is off because a person switched it off, in the SIEM or by a {@link Change.Disable} by hand. */
    public static boolean isSwitchedOff(RemoteObject remote) {
        return !remote.enabled() && isUsers(remote, ENABLED, flag(false), flag(true));
    }

    /** What is wanted, with what users set instead of ours. */
    public static WantedObject kept(WantedObject wanted, RemoteObject remote) {
        SortedMap<String, String> settings = new TreeMap<>(wanted.settings());
        boolean enabled = wanted.enabled();
        for (FieldChange own : of(wanted, remote)) {
            if (own.field().equals(ENABLED)) {
                enabled = remote.enabled();
            } else {
                settings.put(own.field(), own.deployed());
            }
        }
        return new WantedObject(wanted.hunt(), wanted.name(), wanted.fields(), enabled, settings, wanted.version());
    }

    /** What the marker of an object says that was sent: {@code remembered} names the settings that users may change. */
    public static Sent sent(WantedObject wanted, List<String> remembered) {
        SortedMap<String, String> settings = new TreeMap<>(wanted.settings());
        settings.keySet().retainAll(remembered);
        return Sent.of(settings).with(ENABLED, flag(wanted.enabled()));
    }

    /** {@code 1} or {@code 0}. */
    public static String flag(boolean on) {
        return on ? "1" : "0";
    }

    /** Nothing is no taste: a search without its time bounds runs over all time. */
    private static boolean isUsers(RemoteObject remote, String name, String there, String wanted) {
        return !there.isBlank()
                && !there.equals(wanted)
                && remote.marker()
                        .filter(marker -> marker.sent().sentOther(name, there))
                        .isPresent();
    }
}
