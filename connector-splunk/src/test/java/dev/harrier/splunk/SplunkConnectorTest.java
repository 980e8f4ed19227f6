package dev.harrier.splunk;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorContract;
import dev.harrier.connector.Sighting;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.Dialect;
import dev.harrier.measure.Hits;
import dev.harrier.splunk.dialect.SplDialect;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.JobEnd;
import dev.harrier.splunk.fake.JobEnd.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of all connectors, kept by ours on the fake splunkd. */
class SplunkConnectorTest extends ConnectorContract {
    private static final Dialect SPL = new SplDialect();

    @RegisterExtension
    private static final FakeSplunkd splunkd = new FakeSplunkd();

    @Override
    protected Connector connect(String deployment) {
        return Connecting.to(splunkd).as(deployment).connector();
    }

    @Override
    protected Dialect dialect() {
        return SPL;
    }

    @Override
    protected void plantForeign(WantedObject wanted) {
        Map<String, String> values = new HashMap<>(wanted.fields());
        splunkd.searches().plant(Connecting.APP, wanted.name(), values);
    }

    @Override
    protected void editByHand(String name) {
        splunkd.searches().edit(Connecting.APP, name, "search", "search index=main edited");
    }

    @Override
    protected long writes() {
        return splunkd.searches().writes();
    }

    @Override
    protected void hold(List<Sighting> sightings) {
        Hits found = Sighting.hits(sightings);
        Hits all = Sighting.hits(sightings.stream()
                .map(s -> new Sighting(s.time(), s.host(), s.user(), true))
                .toList());
        splunkd.jobs().ends(search -> JobEnd.done(row(search.contains(NEEDLE) ? found : all)));
    }

    @Override
    protected void failSearches() {
        splunkd.jobs().ends(search -> JobEnd.of(State.FAILED, Map.of(), "FATAL Error in 'tstats' command"));
    }

    /** A row as splunkd answers it: texts all, and no key where there is no value. */
    private static Map<String, String> row(Hits hits) {
        Map<String, String> row = new HashMap<>(Map.of(
                "hits", "" + hits.events(),
                "hosts", "" + hits.hosts(),
                "users", "" + hits.users(),
                "days", "" + hits.days()));
        hits.first().map(SplunkConnectorTest::epoch).ifPresent(first -> row.put("firstSeen", first));
        hits.last().map(SplunkConnectorTest::epoch).ifPresent(last -> row.put("lastSeen", last));
        return row;
    }

    private static String epoch(Instant time) {
        return time.getEpochSecond() + ".000000";
    }
}
