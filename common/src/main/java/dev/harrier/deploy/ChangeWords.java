package dev.harrier.deploy;

import dev.harrier.hunt.HuntId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A change in words, the same in plans, drift and reports.
 *
 * @param word what kind of change: {@code create}, {@code update}, {@code enable}, {@code disable}, {@code keep}, {@code adjusted},
 *     {@code drifted} or {@code foreign}
 * @param name the object's name on the target
 * @param hunt whose object it is or would be
 * @param detail what differs, empty where nothing does
 */
public record ChangeWords(String word, String name, Optional<HuntId> hunt, String detail) {
    private static final int LONGEST = 60;

    /** Of a change. */
    public static ChangeWords of(Change change) {
        if (change instanceof Change.Create create) {
            return new ChangeWords(
                    "create", change.name(), Optional.of(create.wanted().hunt()), "");
        }
        if (change instanceof Change.Update update) {
            return of("update", change, update.wanted(), fields(update.fields()));
        }
        if (change instanceof Change.Enable enable) {
            return of("enable", change, enable.wanted(), "");
        }
        if (change instanceof Change.Disable disable) {
            return of("disable", disable.remote(), disable.reason());
        }
        if (change instanceof Change.Keep keep) {
            return of("keep", keep.remote(), "");
        }
        if (change instanceof Change.Adjusted adjusted) {
            return of("adjusted", change, adjusted.wanted(), "its users set " + adjusted.words());
        }
        if (change instanceof Change.Drifted drifted) {
            return of("drifted", change, drifted.wanted(), "edited by hand: " + fields(drifted.fields()));
        }
        Change.Foreign foreign = (Change.Foreign) change;
        return of("foreign", change, foreign.wanted(), "the name is taken by an object that is not ours");
    }

    private static ChangeWords of(String word, Change change, WantedObject wanted, String detail) {
        return new ChangeWords(word, change.name(), Optional.of(wanted.hunt()), detail);
    }

    private static ChangeWords of(String word, RemoteObject remote, String detail) {
        return new ChangeWords(word, remote.name(), remote.marker().map(Marker::hunt), detail);
    }

    /** Names of fields, with the values where they are short. */
    private static String fields(List<FieldChange> fields) {
        return fields.stream().map(ChangeWords::field).collect(Collectors.joining(", "));
    }

    private static String field(FieldChange field) {
        boolean isShort = field.deployed().length() + field.wanted().length() <= LONGEST
                && !(field.deployed() + field.wanted()).contains("\n");
        return isShort
                ? field.field() + " " + quoted(field.deployed()) + " → " + quoted(field.wanted())
                : field.field();
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
