package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import dev.harrier.deploy.Cadence;
import dev.harrier.dialect.Entity;
import dev.harrier.measure.EntityCount;
import dev.harrier.sentinel.fake.FakeAzure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who a hunt is about, asked by one query; and when a rule runs. */
class TopTest {
    @Test
    void usersAreReadWithTheirHits() {
        try (FakeAzure azure = new FakeAzure();
                Connector connector = Targets.connect(azure, "test")) {
            azure.queries()
                    .answerRows(
                            "by entity = HarrierUser",
                            List.of("entity", "hits"),
                            List.of(List.of("CORP\\ann", 7), List.of("CORP\\bob", 2)));
            assertThat(connector.top(Samples.shadow(Samples.hunt("needle")), Entity.USER, Samples.WINDOW, 5))
                    .containsExactly(new EntityCount("CORP\\ann", 7), new EntityCount("CORP\\bob", 2));
        }
    }

    @Test
    void onlyWhatIsLiveRunsByItself() {
        try (FakeAzure azure = new FakeAzure();
                Connector connector = Targets.connect(azure, "test")) {
            assertThat(connector.cadence(Samples.shadow(Samples.hunt("needle"))))
                    .isEmpty();
            assertThat(connector.cadence(Samples.live(Samples.hunt("needle"))).map(Cadence::every))
                    .contains(RulePolicy.USUAL.frequency());
        }
    }
}
