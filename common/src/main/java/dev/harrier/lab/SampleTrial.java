package dev.harrier.lab;

import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.QuerySample;
import dev.harrier.lab.HuntTest.DialectOutcome;
import dev.harrier.lab.HuntTest.Status;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Tests native queries on the samples that their analyst gave: what must be hit is hit, what must be missed is missed. */
final class SampleTrial {
    private final Lab lab;
    private final List<LabConnector> connectors;
    private final Supplier<Instant> starts;

    SampleTrial(Lab lab, List<LabConnector> connectors, Supplier<Instant> starts) {
        this.lab = lab;
        this.connectors = List.copyOf(connectors);
        this.starts = starts;
    }

    HuntTest run(Hunt hunt, Logic.NativeQuery query, List<Dialect> dialects) {
        Map<QuerySample, Window> windows = new LinkedHashMap<>();
        for (QuerySample sample : query.samples()) {
            Instant start = starts.get();
            lab.add(query.kind(), SampleEvents.of(sample, query.kind(), start));
            windows.put(sample, new Window(start, start.plus(QuerySample.LONGEST)));
        }
        int hits = (int) query.samples().stream().filter(QuerySample::hit).count();
        List<DialectOutcome> outcomes = IntStream.range(0, dialects.size())
                .mapToObj(i -> outcome(hunt, windows, dialects.get(i), connectors.get(i)))
                .toList();
        return new HuntTest(hunt, hits, query.samples().size() - hits, Optional.empty(), outcomes, List.of());
    }

    private static DialectOutcome outcome(
            Hunt hunt, Map<QuerySample, Window> windows, Dialect dialect, LabConnector connector) {
        Rendering rendering = dialect.render(hunt, dialect.defaultProfile());
        if (rendering instanceof Rendering.Unsupported unsupported) {
            return new DialectOutcome(dialect.name(), Status.UNSUPPORTED, unsupported.reason());
        }
        String text = ((Rendering.Rendered) rendering).text();
        Deployment deployment = new Deployment(hunt, text, Deployment.State.SHADOW);
        return windows.entrySet().stream()
                .map(e -> judged(dialect.name(), e.getKey(), connector.count(deployment, e.getValue())))
                .filter(outcome -> outcome.status() != Status.PASSED)
                .findFirst()
                .orElse(new DialectOutcome(dialect.name(), Status.PASSED, ""));
    }

    private static DialectOutcome judged(String dialect, QuerySample sample, HitCount count) {
        if (count instanceof HitCount.Unanswered unanswered) {
            return new DialectOutcome(dialect, Status.UNANSWERED, unanswered.why());
        }
        boolean hit =
                count instanceof HitCount.Counted counted && counted.hits().events() > 0;
        if (hit == sample.hit()) {
            return new DialectOutcome(dialect, Status.PASSED, "");
        }
        return sample.hit()
                ? new DialectOutcome(dialect, Status.MISSED, "missed the sample \"" + sample.about() + "\"")
                : new DialectOutcome(dialect, Status.FALSE_HIT, "hit the sample \"" + sample.about() + "\"");
    }
}
