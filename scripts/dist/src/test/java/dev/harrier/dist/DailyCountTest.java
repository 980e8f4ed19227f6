package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.catalogue.Catalogue;
import dev.harrier.hunt.catalogue.CatalogueEntry;
import dev.harrier.lab.Lab;
import dev.harrier.lab.LabConnector;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many days by one query are the same as each day by a query of its own, in every language, over the demonstration's week. */
@Tag("slow")
class DailyCountTest {
    private static final String EVENTS = "/dev/harrier/demo/events.jsonl.gz";

    @Test
    void oneQueryForAllDaysCountsWhatOneQueryADayCounts() throws IOException {
        try (Lab lab = Lab.inMemory();
                InputStream events = DailyCountTest.class.getResourceAsStream(EVENTS)) {
            lab.load("events.jsonl.gz", events);
            Window span = lab.span().orElseThrow();
            LocalDate from = span.from().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
            LocalDate to = span.to().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
            for (ConnectorProvider provider : Connectors.discover()) {
                long hits = compare(lab, provider.dialect(), from, to);
                assertThat(hits).as("days with hits in " + provider.name()).isGreaterThan(5);
            }
        }
    }

    private static long compare(Lab lab, Dialect dialect, LocalDate from, LocalDate to) {
        long hits = 0;
        try (Connector connector = new LabConnector(lab, dialect, "daily")) {
            for (Hunt hunt : hunts()) {
                if (dialect.render(hunt, dialect.defaultProfile()) instanceof Rendering.Rendered rendered) {
                    Deployment deployment = new Deployment(hunt, rendered.text(), Deployment.State.SHADOW);
                    if (events(connector.count(deployment, Window.of(from, to))) == 0) {
                        continue;
                    }
                    SortedMap<LocalDate, HitCount> each = new TreeMap<>();
                    from.datesUntil(to)
                            .forEach(
                                    day -> each.put(day, connector.count(deployment, Window.of(day, day.plusDays(1)))));
                    assertThat(connector.daily(deployment, from, to))
                            .as(dialect.name() + ": " + hunt.title())
                            .isEqualTo(each);
                    hits += each.values().stream()
                            .filter(count -> events(count) > 0)
                            .count();
                }
            }
        }
        return hits;
    }

    private static long events(HitCount count) {
        return count instanceof HitCount.Counted counted ? counted.hits().events() : 0;
    }

    private static List<Hunt> hunts() {
        return Catalogue.shipped().entries().stream()
                .map(CatalogueEntry::hunt)
                .filter(hunt -> hunt.logic() instanceof Logic.Detection)
                .toList();
    }
}
