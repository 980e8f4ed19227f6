package dev.harrier.splunk;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Adjustments;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Marker;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.splunk.sdk.Splunkd;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Carries out one change at a time on the saved searches of our app, verified by what splunkd answers. Splunk knows no conditional write:
 * what is to be overwritten is read just before, so that only an edit in that instant is lost.
 */
final class SavedSearches {
    /** After these it isn't known whether the write was carried out; a name that is taken may be ours, from a run that was cut off. */
    private static final Set<Kind> UNCERTAIN = Set.of(Kind.UNAVAILABLE, Kind.UNEXPECTED_RESPONSE, Kind.CONFLICT);

    private final SplunkSettings settings;
    private final Splunkd splunkd;
    private final SavedSearchListing listing;

    SavedSearches(SplunkSettings settings, Splunkd splunkd, SavedSearchListing listing) {
        this.settings = settings;
        this.splunkd = splunkd;
        this.listing = listing;
    }

    void apply(Change change) {
        if (change instanceof Change.Create create) {
            create(create.wanted());
        } else if (change instanceof Change.Update update) {
            update(update.wanted(), update.remote());
        } else if (change instanceof Change.Enable enable) {
            turn(enable.remote(), true, true);
        } else if (change instanceof Change.Disable disable) {
            turn(disable.remote(), false, !disable.byHand());
        }
    }

    private void create(WantedObject wanted) {
        Marker marker = marker(wanted);
        Map<String, String> form = form(marker, wanted, new TreeMap<>());
        form.put("name", wanted.name());
        RemoteObject there =
                write(SavedSearchListing.PATH, wanted.name(), form, after -> isWritten(marker, wanted, after));
        share(wanted, there);
    }

    /** What users set to their own taste stays.  */
    private void update(WantedObject wanted, RemoteObject seen) {
        RemoteObject there = owned(seen.name());
        WantedObject kept = Adjustments.kept(wanted, there);
        Marker marker = marker(wanted);
        if (!isWritten(marker, kept, there)) {
            unchanged(seen, there);
            SortedMap<String, String> before = new TreeMap<>(there.fields());
            before.putAll(there.settings());
            there = write(
                    SavedSearchListing.path(seen.name()),
                    seen.name(),
                    form(marker, kept, before),
                    after -> isWritten(marker, kept, after));
        }
        share(wanted, there);
    }

    /** What the marker doesn't remember as ours is a user's own switch, and stays. */
    private void turn(RemoteObject seen, boolean on, boolean remembered) {
        RemoteObject there = owned(seen.name());
        Marker before = there.marker().orElseThrow();
        Marker marker = remembered ? before.switched(on) : before;
        RemoteObject turned =
                new RemoteObject(seen.name(), Optional.of(marker), seen.fields(), on, seen.settings(), seen.signed());
        if (!there.equals(turned)) {
            unchanged(seen, there);
            String description = SavedSearchFields.marked(there.fields().get("description"), marker);
            write(
                    SavedSearchListing.path(seen.name()),
                    seen.name(),
                    Map.of("disabled", on ? "0" : "1", "description", description),
                    turned::equals);
        }
    }

    /** Sets the access, where the settings say one and it differs. */
    private void share(WantedObject wanted, RemoteObject there) {
        if (wanted.settings().containsKey(Access.SHARING) && !isShared(wanted, there)) {
            write(
                    SavedSearchListing.path(there.name()) + "/acl",
                    there.name(),
                    Access.form(wanted.settings(), settings.owner()),
                    after -> isShared(wanted, after));
        }
    }

    private static boolean isShared(WantedObject wanted, RemoteObject there) {
        return wanted.settings().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("acl."))
                .allMatch(entry -> entry.getValue().equals(there.settings().get(entry.getKey())));
    }

    /** Writes, and looks when the answer doesn't tell what became of it, before anything else is sent. */
    private RemoteObject write(String path, String name, Map<String, String> form, Predicate<RemoteObject> done) {
        RemoteObject there = written(path, name, form, done);
        if (!done.test(there) && isOurs(there)) {
            there = written(item(path, name), name, withoutName(form), done);
        }
        if (!done.test(there)) {
            throw refusal(Kind.UNEXPECTED_RESPONSE, name + " was written, but splunkd keeps something else");
        }
        return there;
    }

    private static String item(String path, String name) {
        return path.equals(SavedSearchListing.PATH) ? SavedSearchListing.path(name) : path;
    }

    private static Map<String, String> withoutName(Map<String, String> form) {
        Map<String, String> rest = new TreeMap<>(form);
        rest.remove("name");
        return rest;
    }

    private RemoteObject written(String path, String name, Map<String, String> form, Predicate<RemoteObject> done) {
        Optional<RemoteObject> answered;
        try {
            answered = listing.answered(splunkd.post(path, form));
        } catch (ConnectorException e) {
            return Optional.of(e)
                    .filter(refusal -> UNCERTAIN.contains(refusal.kind()))
                    .flatMap(refusal -> found(name, done, refusal))
                    .orElseThrow(() -> e);
        }
        return answered.orElseGet(() -> looked(name, done));
    }

    /** After an answer that tells nothing. It isn't sent again: nobody knows what became of it. */
    private RemoteObject looked(String name, Predicate<RemoteObject> done) {
        RemoteObject there = listing.one(name)
                .orElseThrow(() -> refusal(Kind.UNEXPECTED_RESPONSE, name + " is not there after it was written"));
        if (!done.test(there)) {
            throw refusal(Kind.UNEXPECTED_RESPONSE, name + " was written, but splunkd keeps something else");
        }
        return there;
    }

    private Optional<RemoteObject> found(String name, Predicate<RemoteObject> done, ConnectorException first) {
        try {
            return listing.one(name).filter(done);
        } catch (ConnectorException e) {
            first.addSuppressed(e);
            return Optional.empty();
        }
    }

    /** What is there now, if it is ours. */
    private RemoteObject owned(String name) {
        RemoteObject there = listing.one(name)
                .orElseThrow(() -> refusal(Kind.CONFLICT, name + " is gone since the plan was made; plan again"));
        if (!isOurs(there)) {
            throw refusal(Kind.CONFLICT, name + " is not an object of deployment " + settings.deployment());
        }
        return there;
    }

    private boolean isOurs(RemoteObject there) {
        return there.marker()
                .map(Marker::deployment)
                .filter(settings.deployment()::equals)
                .isPresent();
    }

    private void unchanged(RemoteObject seen, RemoteObject there) {
        if (!there.equals(seen)) {
            throw refusal(Kind.CONFLICT, seen.name() + " changed since the plan was made; plan again");
        }
    }

    private static boolean isWritten(Marker marker, WantedObject kept, RemoteObject there) {
        return there.marker().equals(Optional.of(marker))
                && there.enabled() == kept.enabled()
                && there.fields().equals(kept.fields())
                && ManagedKeys.SCHEDULE.stream()
                        .allMatch(key ->
                                kept.settings().get(key).equals(there.settings().get(key)));
    }

    /** What goes out; of the optional keys, those that say something or change what is there. */
    private static Map<String, String> form(Marker marker, WantedObject kept, SortedMap<String, String> before) {
        Map<String, String> form = new TreeMap<>(kept.fields());
        ManagedKeys.SCHEDULE.forEach(key -> form.put(key, kept.settings().get(key)));
        form.entrySet()
                .removeIf(entry -> ManagedKeys.isOptional(entry.getKey())
                        && ManagedKeys.isResting(entry.getKey(), entry.getValue())
                        && entry.getValue().equals(before.getOrDefault(entry.getKey(), entry.getValue())));
        form.put("description", SavedSearchFields.marked(kept.fields().get("description"), marker));
        form.put("disabled", kept.enabled() ? "0" : "1");
        return form;
    }

    private Marker marker(WantedObject wanted) {
        return new Marker(
                settings.deployment(),
                wanted.hunt(),
                wanted.fingerprint(),
                wanted.version(),
                Adjustments.sent(wanted, ManagedKeys.SCHEDULE));
    }

    private ConnectorException refusal(Kind kind, String message) {
        return new ConnectorException(kind, settings.target(), message);
    }
}
