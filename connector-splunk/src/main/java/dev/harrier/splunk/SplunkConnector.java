package dev.harrier.splunk;

import dev.harrier.connector.Connector;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import dev.harrier.splunk.sdk.Splunkd;
import dev.harrier.splunk.sdk.Waiting;
import java.util.List;
import java.util.SortedMap;

/** One Splunk app, reached with one credential. */
final class SplunkConnector implements Connector {
    private final SplunkSettings settings;
    private final Profile profile;
    private final Splunkd splunkd;
    private final SavedSearchListing listing;
    private final SavedSearches savedSearches;
    private final HitCounts counts;
    private final EnterpriseSecurity enterpriseSecurity;
    private final List<TableMapping> tables;

    SplunkConnector(SplunkSettings settings, Dialect dialect) {
        this(settings, dialect, Waiting.REALLY);
    }

    SplunkConnector(SplunkSettings settings, Dialect dialect, Waiting waiting) {
        this.settings = settings;
        this.profile = dialect.defaultProfile();
        this.splunkd = new Splunkd(settings, waiting);
        this.enterpriseSecurity = new EnterpriseSecurity(settings, splunkd);
        this.tables = dialect.tables(profile);
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
        SavedSearchFields form = new SavedSearchFields(
                settings.searchTimeout().toSeconds(),
                settings.objects(),
                tables,
                enterpriseSecurity.isPresent());
        SortedMap<String, String> how = form.schedule(deployment.hunt());
        settings.objects().access().map(Access::wanted).ifPresent(how::putAll);
        return new WantedObject(
                deployment.hunt().id(),
                SavedSearchName.of(deployment.hunt()),
                form.wanted(deployment),
                true,
                how,
                ManagedKeys.VERSION);
    }

    @Override
    public List<RemoteObject> deployed() {
        enterpriseSecurity.learn();
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
