package dev.harrier.splunk;

import dev.harrier.connector.Connector;
import dev.harrier.connector.DailyConnectorContract;
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
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of all connectors, kept by ours on the fake splunkd. */
class SplunkConnectorTest extends DailyConnectorContract {
    private static final long DAY = 86_400;
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
        splunkd.jobs().ends(search -> answer(search, sightings));
    }

    private static JobEnd answer(String search, List<Sighting> sightings) {
        List<Sighting> asked = search.contains(NEEDLE)
                ? sightings
                : sightings.stream()
                        .map(s -> new Sighting(s.time(), s.host(), s.user(), true))
                        .toList();
        if (search.endsWith("| fields entity hits")) {
            return JobEnd.rows(entities(search, asked));
        }
        if (search.matches("(?s).*_time as day(\\n.*)?")) {
            return JobEnd.rows(days(asked));
        }
        Map<String, String> row = row(Sighting.hits(asked));
        row.put("sourcetype", "XmlWinEventLog");
        return JobEnd.done(row);
    }

    /** As many as the search wants, the most hit first. */
    private static List<Map<String, String>> entities(String search, List<Sighting> sightings) {
        long most = Long.parseLong(search.replaceFirst("(?s).*\\| sort (\\d+) .*", "$1"));
        Map<String, Long> hits = sightings.stream()
                .filter(Sighting::matches)
                .collect(Collectors.groupingBy(Sighting::host, TreeMap::new, Collectors.counting()));
        return hits.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(most)
                .map(entry -> Map.of("entity", entry.getKey(), "hits", "" + entry.getValue()))
                .toList();
    }

    /** A row for each day on which there is something. */
    private static List<Map<String, String>> days(List<Sighting> sightings) {
        Map<Long, List<Sighting>> byDay = sightings.stream()
                .filter(Sighting::matches)
                .collect(Collectors.groupingBy(
                        sighting -> Math.floorDiv(sighting.time().getEpochSecond(), DAY),
                        TreeMap::new,
                        Collectors.toList()));
        return byDay.entrySet().stream()
                .map(day -> {
                    Map<String, String> row = row(Sighting.hits(day.getValue()));
                    row.put("day", "" + day.getKey() * DAY);
                    return row;
                })
                .toList();
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
