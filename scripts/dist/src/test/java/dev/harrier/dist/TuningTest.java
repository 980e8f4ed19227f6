package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.config.ConfigurationReader;
import dev.harrier.config.HuntFilter;
import dev.harrier.config.SiteAllowlist;
import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Entity;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.Hunt;
import dev.harrier.lab.Lab;
import dev.harrier.lab.LabConnector;
import dev.harrier.measure.EntityCount;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import dev.harrier.verdict.Allowance;
import dev.harrier.verdict.Proposal;
import dev.harrier.verdict.Tuning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A noisy hunt's proposal, from the query to {@code harrier.yml} and back into the query, in every language, over hostile names. */
@Tag("slow")
class TuningTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Window DAY = new Window(NOON.minusSeconds(43_200), NOON.plusSeconds(43_200));
    /** The noisy ones first. */
    private static final List<String> NAMES = List.of(
            "build-1.corp.example",
            "o'hara \"pc\" | delete",
            "C:\\x` ${y}",
            "quiet-1",
            "quiet-2",
            "quiet-3",
            "quiet-4",
            "quiet-5");

    @Test
    void whatIsProposedForHostsTakesJustTheirNoiseAway() {
        check(Entity.HOST);
    }

    @Test
    void whatIsProposedForUsersTakesJustTheirNoiseAway() {
        check(Entity.USER);
    }

    private static void check(Entity entity) {
        try (Lab lab = Lab.inMemory()) {
            lab.add(EventKind.PROCESS_CREATION, events(entity));
            for (ConnectorProvider provider : Connectors.discover()) {
                check(entity, lab, provider.dialect());
            }
        }
    }

    private static void check(Entity entity, Lab lab, Dialect dialect) {
        try (Connector connector = new LabConnector(lab, dialect, "tuning")) {
            List<EntityCount> top = connector.top(deployment(dialect, hunt()), entity, DAY, 5);
            assertThat(top.stream().map(EntityCount::hits)).as(dialect.name()).containsExactly(22L, 21L, 20L, 1L, 1L);
            List<EntityCount> few = top.subList(0, 3);
            Proposal noisy = new Proposal(hunt(), dialect.name(), Proposal.Step.TUNE, "noisy");
            Proposal tuned = noisy.tuned(
                    entity == Entity.HOST ? new Tuning(few, List.of(), 68) : new Tuning(List.of(), few, 68));
            String yaml = Allowance.yaml(List.of(tuned, tuned));
            SiteAllowlist allow = ConfigurationReader.read(yaml, "harrier.yml").allow();
            Hunt narrowed = HuntFilter.ALL.allowing(allow).allow().narrowed(hunt());
            assertThat(events(connector.count(deployment(dialect, narrowed), DAY)))
                    .as(dialect.name() + "\n" + yaml)
                    .isEqualTo(5);
        }
    }

    private static long events(HitCount count) {
        assertThat(count).isInstanceOf(HitCount.Counted.class);
        return ((HitCount.Counted) count).hits().events();
    }

    private static Deployment deployment(Dialect dialect, Hunt hunt) {
        Rendering rendering = dialect.render(hunt, dialect.defaultProfile());
        assertThat(rendering).isInstanceOf(Rendering.Rendered.class);
        return new Deployment(hunt, ((Rendering.Rendered) rendering).text(), Deployment.State.SHADOW);
    }

    private static List<Map<String, Object>> events(Entity entity) {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            int times = i < 3 ? 22 - i : 1;
            for (int j = 0; j < times; j++) {
                String host = entity == Entity.HOST ? NAMES.get(i) : "pc-" + (i * 31 + j) % 17;
                String user = entity == Entity.USER ? "CORP\\" + NAMES.get(i) : "CORP\\user" + (i * 31 + j) % 17;
                events.add(Map.of(
                        EventModel.TIME,
                        NOON,
                        "Computer",
                        host,
                        "User",
                        user,
                        "Image",
                        "C:\\tool.exe",
                        "CommandLine",
                        "tool.exe --noise"));
            }
        }
        return events;
    }

    private static Hunt hunt() {
        return OneWordHunts.of("A noisy hunt", "--noise");
    }
}
