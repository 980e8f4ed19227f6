package dev.harrier.lab;

import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Logic;
import dev.harrier.lab.Fixture.Expectation;
import dev.harrier.lab.HuntTest.DialectOutcome;
import dev.harrier.lab.HuntTest.FixtureOutcome;
import dev.harrier.lab.HuntTest.Status;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one hunt over an analyst's own events, in a lab that holds nothing else. For one thread. */
final class FixtureTrial {
    private final Hunt hunt;
    private final Fixture fixture;
    private final List<Dialect> dialects;

    private FixtureTrial(Hunt hunt, Fixture fixture, List<Dialect> dialects) {
        this.hunt = hunt;
        this.fixture = fixture;
        this.dialects = dialects;
    }

    /** One outcome per dialect, or a single one, of no dialect, if the events can't be used. */
    static List<FixtureOutcome> run(Hunt hunt, Fixture fixture, List<Dialect> dialects) {
        FixtureTrial trial = new FixtureTrial(hunt, fixture, dialects);
        return trial.outcomes().stream()
                .map(outcome -> new FixtureOutcome(String.valueOf(fixture.file().getFileName()), outcome))
                .toList();
    }

    private List<DialectOutcome> outcomes() {
        try (Lab lab = Lab.inMemory()) {
            LoadReport load = lab.load(fixture.file());
            if (load.badLines() > 0) {
                return unusable(load.bad().get(0).toString());
            }
            Optional<Window> window = lab.span();
            long events = load.loaded().getOrDefault(hunt.logic().kind(), 0L);
            return window.isEmpty() || events == 0
                    ? unusable("it holds no " + hunt.logic().kind().words() + " events")
                    : outcomes(lab, window.get(), events);
        } catch (LabException e) {
            return unusable(e.getMessage());
        }
    }

    private static List<DialectOutcome> unusable(String why) {
        return List.of(new DialectOutcome("", Status.UNANSWERED, why));
    }

    private List<DialectOutcome> outcomes(Lab lab, Window window, long events) {
        List<DialectOutcome> outcomes = new ArrayList<>();
        for (Dialect dialect : dialects) {
            Rendering rendering = dialect.render(hunt, dialect.defaultProfile());
            outcomes.add(
                    rendering instanceof Rendering.Rendered rendered
                            ? outcome(lab, dialect, rendered.text(), window, events)
                            : new DialectOutcome(
                                    dialect.name(), Status.UNSUPPORTED, ((Rendering.Unsupported) rendering).reason()));
        }
        return outcomes;
    }

    private DialectOutcome outcome(Lab lab, Dialect dialect, String text, Window window, long events) {
        try (LabConnector connector = new LabConnector(lab, dialect, "test")) {
            HitCount count = connector.count(new Deployment(hunt, text, Deployment.State.SHADOW), window);
            if (count instanceof HitCount.Unanswered unanswered) {
                return new DialectOutcome(dialect.name(), Status.UNANSWERED, unanswered.why());
            }
            long found =
                    count instanceof HitCount.Counted counted ? counted.hits().events() : Hits.NONE.events();
            return judged(dialect.name(), found, bounds(events));
        }
    }

    private Expectation.Between bounds(long events) {
        if (fixture.expectation() instanceof Expectation.Between between) {
            return between;
        }
        boolean countsEvents = hunt.logic() instanceof Logic.Detection;
        return new Expectation.Between(countsEvents ? events : 1, countsEvents ? events : Long.MAX_VALUE);
    }

    private static DialectOutcome judged(String dialect, long found, Expectation.Between bounds) {
        String wanted = bounds.least() == bounds.most()
                ? String.valueOf(bounds.least())
                : bounds.most() == Long.MAX_VALUE
                        ? "at least " + bounds.least()
                        : bounds.least() + " to " + bounds.most();
        String detail = "hit " + found + ", not " + wanted;
        if (found < bounds.least()) {
            return new DialectOutcome(dialect, Status.MISSED, detail);
        }
        return found > bounds.most()
                ? new DialectOutcome(dialect, Status.FALSE_HIT, detail)
                : new DialectOutcome(dialect, Status.PASSED, "");
    }
}
