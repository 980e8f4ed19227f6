package dev.harrier.splunk;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Entity;
import dev.harrier.dialect.Profile;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Logic;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.EntityCount;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Counts by ad hoc jobs, which works for what is disabled or not deployed, and has no row cap. */
final class HitCounts {
    private final Dialect dialect;
    private final Profile profile;
    private final String target;
    private final Searches searches;
    private final Telemetry<Coverage> telemetry = new Telemetry<>();
    private final DailyHitCounts days;
    private final Telemetry<Long> carrying = new Telemetry<>();
    private final Sources sources;
    private final SearchedEvents events;

    HitCounts(
            Dialect dialect,
            Profile profile,
            String target,
            Searches searches,
            Sources sources,
            SearchedEvents events) {
        this.dialect = dialect;
        this.profile = profile;
        this.target = target;
        this.searches = searches;
        this.days = new DailyHitCounts(dialect, profile, target, searches);
        this.sources = sources;
        this.events = events;
    }

    HitCount count(Deployment deployment, Window window) {
        try {
            SearchJob.Outcome outcome = searches.count(dialect.counting(deployment.text(), profile), window);
            if (outcome.failure().isPresent()) {
                return new HitCount.Unanswered(outcome.failure().get());
            }
            Hits hits = row(outcome).hits();
            return outcome.partial()
                    .<HitCount>map(why -> new HitCount.AtLeast(hits, why))
                    .orElseGet(() -> complete(deployment, window, hits));
        } catch (ConnectorException e) {
            return answerOrThrow(e);
        }
    }

    /** A coverage search that fails is no coverage of zero: it throws. */
    Coverage coverage(EventKind kind, Window window) {
        return dialect.coverage(kind, profile)
                .map(search -> telemetry.of(
                        kind, window, () -> row(needed(kind, search, window)).coverage(kind)))
                .orElseGet(() -> new Coverage(kind, 0, 0, Optional.empty()));
    }

    private SearchJob.Outcome needed(EventKind kind, String search, Window window) {
        SearchJob.Outcome outcome = searches.count(search, window);
        outcome.failure().ifPresent(why -> {
            throw new ConnectorException(
                    Kind.REJECTED_QUERY, target, "cannot tell what " + kind.words() + " events there are: " + why);
        });
        return outcome;
    }

    private CountRow row(SearchJob.Outcome outcome) {
        return new CountRow(target, outcome.rows().get(0));
    }

    /** As {@link #count}, of each day of a stretch; empty for a native query, whose rows have no time of their own. */
    Optional<SortedMap<LocalDate, HitCount>> daily(Deployment deployment, LocalDate from, LocalDate to) {
        if (!(deployment.hunt().logic() instanceof Logic.Detection)) {
            return Optional.empty();
        }
        Window window = Window.of(from, to);
        return dialect.countingDaily(deployment.text(), profile)
                .map(search -> days.count(
                        search, from, to, there(deployment, from, to), searched -> none(deployment, window, searched)));
    }

    private Supplier<SortedMap<LocalDate, Coverage>> there(Deployment deployment, LocalDate from, LocalDate to) {
        EventKind kind = deployment.hunt().logic().kind();
        return () -> events.terms(deployment)
                .map(terms -> days.coverage(terms, kind, from, to))
                .orElseGet(() -> days.coverage(kind, from, to));
    }

    /** What is found most often; nothing of a native query, whose rows may be of anything. */
    List<EntityCount> top(Deployment deployment, Entity entity, Window window, int most) {
        if (!(deployment.hunt().logic() instanceof Logic.Detection)) {
            return List.of();
        }
        List<EntityCount> entities = new ArrayList<>();
        dialect.top(deployment.text(), entity, most, profile)
                .map(search -> searches.run(search, window))
                .filter(outcome -> outcome.failure().isEmpty())
                .ifPresent(outcome -> outcome.rows()
                        .forEach(row -> entities.add(new EntityCount(
                                row.path("entity").asText(), row.path("hits").asLong()))));
        return entities;
    }

    /** As {@link #coverage}, of each day of a stretch. */
    SortedMap<LocalDate, Coverage> dailyCoverage(EventKind kind, LocalDate from, LocalDate to) {
        return days.coverage(kind, from, to);
    }

    private HitCount none(Deployment deployment, Window window, long searched) {
        return searched == 0
                ? new HitCount.Blind(events.terms(deployment)
                        .map(SearchedEvents::noEvents)
                        .orElse("no " + deployment.hunt().logic().kind().words() + " events are there to be searched"))
                : withoutHit(deployment, window, searched);
    }

    private long searched(Deployment deployment, Window window) {
        return events.terms(deployment)
                .map(terms -> sources.of(terms, window).events())
                .orElseGet(
                        () -> coverage(deployment.hunt().logic().kind(), window).events());
    }

    private HitCount complete(Deployment deployment, Window window, Hits hits) {
        try {
            long searched = searched(deployment, window);
            if (hits.events() > 0) {
                return new HitCount.Counted(hits, Math.max(searched, hits.events()));
            }
            return none(deployment, window, searched);
        } catch (ConnectorException e) {
            HitCount answer = answerOrThrow(e);
            return hits.events() == 0 ? answer : new HitCount.AtLeast(hits, e.getMessage());
        }
    }

    /** No hit means something only where an event could have shown one. */
    private HitCount withoutHit(Deployment deployment, Window window, long searched) {
        Optional<String> silent = events.silent(deployment, window);
        if (silent.isPresent()) {
            return new HitCount.Blind(silent.get());
        }
        Optional<CarriedFields> fields = CarriedFields.of(deployment.hunt().logic());
        boolean blind = fields.isPresent() && carrying(deployment, fields.get(), window) == 0;
        return blind
                ? new HitCount.Blind("none of the " + searched + " "
                        + deployment.hunt().logic().kind().words() + " events carries "
                        + String.join(", ", fields.get().names()))
                : new HitCount.Counted(Hits.NONE, searched);
    }

    /** How many events carry at least one of the fields; one where the dialect can't ask, or the search was cut short. */
    private long carrying(Deployment deployment, CarriedFields fields, Window window) {
        EventKind kind = deployment.hunt().logic().kind();
        return fields.search(deployment, dialect, profile)
                .map(search -> carrying.of(List.of(kind, search), window, () -> carried(needed(kind, search, window))))
                .orElse(1L);
    }

    private long carried(SearchJob.Outcome outcome) {
        long events = row(outcome).hits().events();
        return outcome.partial().isPresent() ? Math.max(1, events) : events;
    }

    /** A search that splunkd rejects, or has no slot for, is an answer about one hunt; anything else concerns the target. */
    private static HitCount answerOrThrow(ConnectorException e) {
        return switch (e.kind()) {
            case REJECTED_QUERY, THROTTLED -> new HitCount.Unanswered(e.getMessage());
            default -> throw e;
        };
    }
}
