package dev.harrier.lab;

import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Logic;
import dev.harrier.lab.HuntTest.DialectOutcome;
import dev.harrier.lab.HuntTest.Status;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Tests one hunt after another in one lab, each in windows of its own. For one thread. */
final class HuntTrial {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(1);

    private final Lab lab;
    private final List<Dialect> dialects;
    private final List<LabConnector> connectors = new ArrayList<>();
    private int windows;

    HuntTrial(Lab lab, List<Dialect> dialects) {
        this.lab = lab;
        this.dialects = List.copyOf(dialects);
        dialects.forEach(dialect -> connectors.add(new LabConnector(lab, dialect, "test")));
    }

    HuntTest run(HuntCase tested) {
        return run(tested.hunt())
                .with(tested.fixtures().stream()
                        .flatMap(fixture -> FixtureTrial.run(tested.hunt(), fixture, dialects).stream())
                        .toList());
    }

    private HuntTest run(Hunt hunt) {
        if (hunt.logic() instanceof Logic.Detection detection) {
            try {
                return run(hunt, detection.kind(), EventMaker.of(detection));
            } catch (PatternSyntaxException e) {
                return untested(hunt, "its regular expression is beyond the lab: " + e.getDescription());
            }
        }
        Logic.NativeQuery query = (Logic.NativeQuery) hunt.logic();
        return query.samples().isEmpty()
                ? untested(hunt, "an analyst's own text says nothing of the events that it must hit: give it samples")
                : new SampleTrial(lab, connectors, this::nextDay).run(hunt, query, dialects);
    }

    private HuntTest run(Hunt hunt, EventKind kind, MadeEvents made) {
        if (made.hits().isEmpty()) {
            return untested(hunt, "no event could be made that it hits: its clauses may contradict each other");
        }
        Window hits = hold(kind, made.hits());
        Window misses = hold(kind, made.nearMisses());
        List<DialectOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < dialects.size(); i++) {
            outcomes.add(outcome(hunt, made, hits, misses, i));
        }
        Optional<DialectOutcome> unknown = outcomes.stream()
                .filter(outcome -> kind == EventKind.OTHER && outcome.status() == Status.UNANSWERED)
                .findFirst();
        if (unknown.isPresent()) {
            return untested(
                    hunt,
                    "the lab doesn't know its log source in " + unknown.get().dialect() + ": "
                            + unknown.get().detail());
        }
        return new HuntTest(hunt, made.hits().size(), made.nearMisses().size(), Optional.empty(), outcomes, List.of());
    }

    private static HuntTest untested(Hunt hunt, String why) {
        return new HuntTest(hunt, 0, 0, Optional.of(why), List.of(), List.of());
    }

    private Instant nextDay() {
        return FIRST.plus(WINDOW.multipliedBy(windows++));
    }

    private Window hold(EventKind kind, List<Map<String, Object>> events) {
        Instant from = nextDay();
        List<Map<String, Object>> dated = new ArrayList<>();
        for (Map<String, Object> event : events) {
            Map<String, Object> complete = new HashMap<>(event);
            complete.put(EventModel.TIME, from.plusSeconds(dated.size()));
            dated.add(complete);
        }
        lab.add(kind, dated);
        return new Window(from, from.plus(WINDOW));
    }

    private DialectOutcome outcome(Hunt hunt, MadeEvents made, Window hits, Window misses, int index) {
        Dialect dialect = dialects.get(index);
        Rendering rendering = dialect.render(hunt, dialect.defaultProfile());
        if (rendering instanceof Rendering.Rendered rendered) {
            Deployment deployment = new Deployment(hunt, rendered.text(), Deployment.State.SHADOW);
            HitCount found = connectors.get(index).count(deployment, hits);
            HitCount wrong = connectors.get(index).count(deployment, misses);
            return judged(dialect.name(), made, found, wrong);
        }
        return new DialectOutcome(dialect.name(), Status.UNSUPPORTED, ((Rendering.Unsupported) rendering).reason());
    }

    private static DialectOutcome judged(String dialect, MadeEvents made, HitCount found, HitCount wrong) {
        if (found instanceof HitCount.Unanswered unanswered) {
            return new DialectOutcome(dialect, Status.UNANSWERED, unanswered.why());
        }
        long hit = events(found);
        long falsely = events(wrong);
        if (hit != made.hits().size()) {
            return new DialectOutcome(
                    dialect, Status.MISSED, "hit " + hit + " of " + made.hits().size() + " events made to match it");
        }
        if (falsely != 0) {
            return new DialectOutcome(
                    dialect,
                    Status.FALSE_HIT,
                    "hit " + falsely + " of " + made.nearMisses().size() + " near misses");
        }
        return new DialectOutcome(dialect, Status.PASSED, "");
    }

    private static long events(HitCount count) {
        return count instanceof HitCount.Counted counted ? counted.hits().events() : Hits.NONE.events();
    }
}
