package dev.harrier.splunk;

import dev.harrier.connector.Connector;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import dev.harrier.splunk.sdk.Splunkd;
import dev.harrier.splunk.sdk.Waiting;
import java.util.List;

/** One Splunk app, reached with one credential. */
final class SplunkConnector implements Connector {
    private final SplunkSettings settings;
    private final Profile profile;
    private final Splunkd splunkd;
    private final SavedSearchListing listing;
    private final SavedSearches savedSearches;
    private final HitCounts counts;

    SplunkConnector(SplunkSettings settings, Dialect dialect) {
        this(settings, dialect, Waiting.REALLY);
    }

    SplunkConnector(SplunkSettings settings, Dialect dialect, Waiting waiting) {
        this.settings = settings;
        this.profile = dialect.defaultProfile();
        this.splunkd = new Splunkd(settings, waiting);
        this.listing = new SavedSearchListing(settings, splunkd);
        this.savedSearches = new SavedSearches(settings, splunkd, listing);
        this.counts = new HitCounts(dialect, profile, settings, splunkd, waiting);
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public WantedObject describe(Deployment deployment) {
        return new WantedObject(
                deployment.hunt().id(),
                SavedSearchName.of(deployment.hunt()),
                SavedSearchFields.wanted(deployment, settings.searchTimeout().toSeconds()),
                true);
    }

    @Override
    public List<RemoteObject> deployed() {
        return listing.all();
    }

    @Override
    public void apply(Change change) {
        savedSearches.apply(change);
    }

    @Override
    public HitCount count(Deployment deployment, Window window) {
        return counts.count(deployment, window);
    }

    @Override
    public Coverage coverage(EventKind kind, Window window) {
        return counts.coverage(kind, window);
    }

    @Override
    public void close() {
        splunkd.close();
    }
}
