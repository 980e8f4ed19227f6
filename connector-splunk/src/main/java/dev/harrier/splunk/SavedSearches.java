package dev.harrier.splunk;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Marker;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.splunk.sdk.Splunkd;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            turn(enable.remote(), true);
        } else if (change instanceof Change.Disable disable) {
            turn(disable.remote(), false);
        }
    }

    private void create(WantedObject wanted) {
        Map<String, String> fields = fields(wanted);
        fields.put("name", wanted.name());
        write(SavedSearchListing.PATH, wanted.name(), fields, there -> isAsWanted(wanted, there));
    }

    private void update(WantedObject wanted, RemoteObject seen) {
        RemoteObject there = owned(seen.name());
        if (!isAsWanted(wanted, there)) {
            unchanged(seen, there);
            write(
                    SavedSearchListing.path(seen.name()),
                    seen.name(),
                    fields(wanted),
                    after -> isAsWanted(wanted, after));
        }
    }

    private void turn(RemoteObject seen, boolean on) {
        RemoteObject turned = new RemoteObject(seen.name(), seen.marker(), seen.fields(), on);
        RemoteObject there = owned(seen.name());
        if (!there.equals(turned)) {
            unchanged(seen, there);
            write(
                    SavedSearchListing.path(seen.name()),
                    seen.name(),
                    Map.of("disabled", on ? "0" : "1"),
                    turned::equals);
        }
    }

    /** Writes once, and looks when the answer doesn't tell what became of it, before anything else is sent. */
    private void write(String path, String name, Map<String, String> fields, Predicate<RemoteObject> done) {
        Optional<RemoteObject> answered;
        try {
            answered = listing.answered(splunkd.post(path, fields));
        } catch (ConnectorException e) {
            if (UNCERTAIN.contains(e.kind()) && isDone(name, done, e)) {
                return;
            }
            throw e;
        }
        RemoteObject there = answered.or(() -> listing.one(name))
                .orElseThrow(() -> refusal(Kind.UNEXPECTED_RESPONSE, name + " is not there after it was written"));
        if (!done.test(there)) {
            throw refusal(Kind.UNEXPECTED_RESPONSE, name + " was written, but splunkd keeps something else");
        }
    }

    private boolean isDone(String name, Predicate<RemoteObject> done, ConnectorException first) {
        try {
            return listing.one(name).filter(done).isPresent();
        } catch (ConnectorException e) {
            first.addSuppressed(e);
            return false;
        }
    }

    /** What is there now, if it is ours. */
    private RemoteObject owned(String name) {
        RemoteObject there = listing.one(name)
                .orElseThrow(() -> refusal(Kind.CONFLICT, name + " is gone since the plan was made; plan again"));
        if (there.marker()
                .map(Marker::deployment)
                .filter(settings.deployment()::equals)
                .isEmpty()) {
            throw refusal(Kind.CONFLICT, name + " is not an object of deployment " + settings.deployment());
        }
        return there;
    }

    private void unchanged(RemoteObject seen, RemoteObject there) {
        if (!there.equals(seen)) {
            throw refusal(Kind.CONFLICT, seen.name() + " changed since the plan was made; plan again");
        }
    }

    private boolean isAsWanted(WantedObject wanted, RemoteObject there) {
        return there.marker().equals(Optional.of(marker(wanted)))
                && there.enabled() == wanted.enabled()
                && there.fields().equals(wanted.fields());
    }

    private Map<String, String> fields(WantedObject wanted) {
        Map<String, String> fields = new TreeMap<>(wanted.fields());
        fields.put("description", SavedSearchFields.marked(wanted.fields().get("description"), marker(wanted)));
        fields.put("disabled", wanted.enabled() ? "0" : "1");
        return fields;
    }

    private Marker marker(WantedObject wanted) {
        return new Marker(settings.deployment(), wanted.hunt(), wanted.fingerprint());
    }

    private ConnectorException refusal(Kind kind, String message) {
        return new ConnectorException(kind, settings.target(), message);
    }
}
