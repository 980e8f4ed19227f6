package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorContract;
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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** The contract of all connectors, against the fake, through the real Azure Identity and Azure Monitor Query. */
class SentinelContractTest extends ConnectorContract {
    private static final Dialect DIALECT = new KqlDialect();
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
        azure.queries().answer(DIALECT.counting(hunt, DIALECT.defaultProfile()), Sighting.hits(sightings));
        String coverage = DIALECT.coverage(EventKind.PROCESS_CREATION, DIALECT.defaultProfile())
                .orElseThrow();
        azure.queries().answer(coverage, all(sightings));
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
