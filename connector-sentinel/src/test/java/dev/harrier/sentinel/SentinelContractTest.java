package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import dev.harrier.connector.DailyConnectorContract;
import dev.harrier.connector.Sighting;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.Dialect;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Hits;
import dev.harrier.sentinel.dialect.KqlDialect;
import dev.harrier.sentinel.fake.Failure;
import dev.harrier.sentinel.fake.FakeAzure;
import dev.harrier.sentinel.fake.Operation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The contract of all connectors, against the fake, through the real Azure Identity and Azure Monitor Query. */
class SentinelContractTest extends DailyConnectorContract {
    private static final KqlDialect DIALECT = new KqlDialect();
    private static FakeAzure azure;

    @BeforeAll
    static void start() {
        azure = new FakeAzure();
    }

    @AfterAll
    static void stop() {
        azure.close();
    }

    @AfterEach
    void nothingMalformedWasSent() {
        List<String> problems = azure.rules().problems();
        azure.reset();
        assertThat(problems).isEmpty();
    }

    @Override
    protected Connector connect(String deployment) {
        return Targets.connect(azure, deployment);
    }

    @Override
    protected Dialect dialect() {
        return DIALECT;
    }

    @Override
    protected void plantForeign(WantedObject wanted) {
        azure.rules()
                .plant(wanted.name(), RuleFields.properties(wanted.fields()).put("enabled", true));
    }

    @Override
    protected void editByHand(String name) {
        azure.rules().edit(name, rule -> rule.put("query", rule.path("query").asText() + "\n| where true"));
    }

    @Override
    protected long writes() {
        return azure.rules().writes();
    }

    @Override
    protected void hold(List<Sighting> sightings) {
        String hunt = deployment(hunt(NEEDLE), Deployment.State.SHADOW).text();
        String counting = DIALECT.counting(hunt, DIALECT.defaultProfile());
        azure.queries().answer(counting, Sighting.hits(sightings));
        String coverage = DIALECT.coverage(EventKind.PROCESS_CREATION, DIALECT.defaultProfile())
                .orElseThrow();
        azure.queries().answer(coverage, all(sightings));
        List<Sighting> found = sightings.stream().filter(Sighting::matches).toList();
        answerDays(counting, found, Sighting::hits);
        answerDays(coverage, sightings, SentinelContractTest::all);
        answerTop("HarrierHost", found, Sighting::host);
        answerTop("HarrierUser", found, Sighting::user);
        List.of("_SentinelHealth()", "SecurityAlert", "SecurityIncident")
                .forEach(table -> azure.queries().answerRows(table, List.of("RuleId"), List.of()));
        azure.queries().tellWhatWasRead();
    }

    private static void answerDays(String query, List<Sighting> sightings, Function<List<Sighting>, Hits> hits) {
        Map<LocalDate, List<Sighting>> days = sightings.stream()
                .collect(Collectors.groupingBy(
                        sighting -> sighting.time().atZone(ZoneOffset.UTC).toLocalDate(),
                        TreeMap::new,
                        Collectors.toList()));
        List<List<Object>> rows = new ArrayList<>();
        days.forEach((day, of) -> rows.add(row(day, hits.apply(of))));
        azure.queries()
                .answerRows(
                        DIALECT.byDay(query, DIALECT.defaultProfile()),
                        List.of("day", "hits", "hosts", "users", "days", "firstSeen", "lastSeen"),
                        rows);
    }

    private static List<Object> row(LocalDate day, Hits hits) {
        return List.of(
                day.atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
                hits.events(),
                hits.hosts(),
                hits.users(),
                hits.days(),
                hits.first().orElseThrow().getEpochSecond(),
                hits.last().orElseThrow().getEpochSecond());
    }

    /** As many as each query may ask for, the most hit first. */
    private static void answerTop(String column, List<Sighting> found, Function<Sighting, String> entity) {
        Map<String, Long> hits =
                found.stream().collect(Collectors.groupingBy(entity, TreeMap::new, Collectors.counting()));
        List<List<Object>> rows = hits.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> List.<Object>of(entry.getKey(), entry.getValue()))
                .toList();
        for (int most = 1; most <= 2; most++) {
            azure.queries()
                    .answerRows(
                            "by entity = " + column + "\n| sort by hits desc, entity asc\n| take " + most,
                            List.of("entity", "hits"),
                            rows.subList(0, Math.min(most, rows.size())));
        }
    }

    @Override
    protected void failSearches() {
        azure.fail(Operation.QUERY, Failure.BROKEN, 100);
    }

    private static Hits all(List<Sighting> sightings) {
        long hosts = sightings.stream().map(Sighting::host).distinct().count();
        Optional<Sighting> last =
                sightings.isEmpty() ? Optional.empty() : Optional.of(sightings.get(sightings.size() - 1));
        return new Hits(sightings.size(), hosts, 0, 0, last.map(Sighting::time), last.map(Sighting::time));
    }
}
