package dev.harrier.splunk;

import dev.harrier.connector.Check;
import dev.harrier.connector.Connector;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.ExistingRule;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Entity;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.EntityCount;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.RaisedAlerts;
import dev.harrier.measure.ScheduledRuns;
import dev.harrier.measure.SourceCoverage;
import dev.harrier.measure.Window;
import dev.harrier.splunk.sdk.Splunkd;
import dev.harrier.splunk.sdk.Waiting;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One Splunk app, reached with one credential. */
final class SplunkConnector implements Connector {
    private static final int WORKERS = 8;
    private static final Clock CLOCK = Clock.systemUTC();

    private final SplunkSettings settings;
    private final Profile profile;
    private final List<TableMapping> tables;
    private final Splunkd splunkd;
    private final EnterpriseSecurity enterpriseSecurity;
    private final SavedSearchListing listing;
    private final SavedSearches savedSearches;
    private final ExistingSearches existing;
    private final Searches searches;
    private final Sources sources;
    private final SearchedEvents searchedEvents;
    private final HitCounts counts;
    private final OtherNumbers otherNumbers;
    private final SearchGrammar grammar;
    private final DataModels models;
    private final Relied relied;

    SplunkConnector(SplunkSettings settings, Dialect dialect) {
        this(settings, dialect, Waiting.REALLY);
    }

    SplunkConnector(SplunkSettings settings, Dialect dialect, Waiting waiting) {
        this.settings = settings;
        this.profile = settings.profile();
        this.tables = dialect.tables(profile);
        this.splunkd = new Splunkd(settings, waiting);
        this.enterpriseSecurity = new EnterpriseSecurity(settings, splunkd);
        this.listing = new SavedSearchListing(settings, splunkd);
        this.savedSearches = new SavedSearches(settings, splunkd, listing);
        this.existing = new ExistingSearches(settings.target(), splunkd);
        this.searches = new Searches(settings, splunkd, waiting);
        this.sources = new Sources(settings.target(), tables, searches);
        this.searchedEvents = new SearchedEvents(dialect, profile, sources);
        this.counts = new HitCounts(dialect, profile, settings.target(), searches, sources, searchedEvents);
        this.otherNumbers = new OtherNumbers(settings, searches);
        this.grammar = new SearchGrammar(settings, splunkd);
        this.models = new DataModels(splunkd);
        this.relied = new Relied(new Summaries(models, CLOCK), new Lookups(settings, splunkd, searches), CLOCK);
    }

    @Override
    public Profile profile() {
        return profile;
    }

    /** Searches wait for the role's quota by themselves. */
    @Override
    public int concurrency() {
        return settings.searches().orElse(WORKERS);
    }

    @Override
    public WantedObject describe(Deployment deployment) {
        SavedSearchFields form = new SavedSearchFields(
                settings.searchTimeout().toSeconds(), settings.objects(), tables, enterpriseSecurity.isPresent());
        NavigableMap<String, String> how = new TreeMap<>(form.schedule(deployment.hunt()));
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
    public List<ExistingRule> existing() {
        return existing.all();
    }

    @Override
    public void apply(Change change) {
        savedSearches.apply(change);
    }

    @Override
    public SortedMap<LocalDate, HitCount> daily(Deployment deployment, LocalDate from, LocalDate to) {
        return counts.daily(deployment, from, to)
                .map(days -> relied.counted(days, deployment.text()))
                .orElseGet(() -> Connector.super.daily(deployment, from, to));
    }

    @Override
    public SortedMap<LocalDate, Coverage> dailyCoverage(EventKind kind, LocalDate from, LocalDate to) {
        return counts.dailyCoverage(kind, from, to);
    }

    @Override
    public HitCount count(Deployment deployment, Window window) {
        return relied.counted(counts.count(deployment, window), deployment.text(), window);
    }

    @Override
    public List<EntityCount> top(Deployment deployment, Entity entity, Window window, int most) {
        return counts.top(deployment, entity, window, most);
    }

    @Override
    public Coverage coverage(EventKind kind, Window window) {
        return counts.coverage(kind, window);
    }

    @Override
    public List<SourceCoverage> sources(EventKind kind, Window window) {
        return sources.of(kind, window).sources();
    }

    @Override
    public Map<HuntId, String> blind(List<Deployment> deployments, Window window) {
        return searchedEvents.silent(deployments, window);
    }

    @Override
    public Map<HuntId, String> lacking(List<Deployment> deployments) {
        return relied.lacking(deployments);
    }

    @Override
    public Map<HuntId, ScheduledRuns> scheduledRuns(List<Hunt> hunts, Window window) {
        return otherNumbers.scheduledRuns(hunts, window);
    }

    @Override
    public Map<HuntId, RaisedAlerts> raisedAlerts(List<Hunt> hunts, Window window) {
        enterpriseSecurity.learn();
        return enterpriseSecurity.isPresent() ? otherNumbers.raisedAlerts(hunts, window) : Map.of();
    }

    @Override
    public Optional<List<LintFinding>> parsed(String query) {
        return Optional.of(grammar.findings(query));
    }

    @Override
    public List<Check> doctor() {
        DataModelChecks dataModels = new DataModelChecks(settings, models, searches, tables, CLOCK);
        return new SplunkDoctor(settings, splunkd, enterpriseSecurity, listing, dataModels, CLOCK).checks();
    }

    @Override
    public void close() {
        searches.close();
        splunkd.close();
    }
}
