package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import dev.harrier.dialect.Entity;
import dev.harrier.measure.EntityCount;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.JobEnd;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who a hunt is about, asked by one search. */
class TopTest {
    @RegisterExtension
    private static final FakeSplunkd splunkd = new FakeSplunkd();

    @Test
    void hostsAreReadWithTheirHits() {
        splunkd.jobs().ends(search -> JobEnd.done(Map.of("entity", "pc-1", "hits", "7")));
        try (Connector connector = Connecting.to(splunkd).connector()) {
            assertThat(connector.top(Made.deployment(0), Entity.HOST, Made.WINDOW, 5))
                    .containsExactly(new EntityCount("pc-1", 7));
        }
        assertThat(splunkd.jobs().started().get(0).get("search"))
                .endsWith("| sort 5 -hits, entity\n| fields entity hits");
    }
}
