package dev.harrier.lab;

import static java.util.Objects.requireNonNull;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Entity;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Translation;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Leaves;
import dev.harrier.hunt.Logic;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.EntityCount;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.Window;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The lab as a SIEM that speaks one dialect. Counts by running the deployed text itself, translated by its dialect from the text
 * alone. Thread-safe. Closing it leaves the lab open.
 */
public final class LabConnector implements Connector {
    private final Lab lab;
    private final Dialect dialect;
    private final LabObjects objects;
    private final LabSearch search;

    /**
     * Shows the lab's events as the dialect's tables.
     *
     * @param deployment the name written into every marker
     */
    public LabConnector(Lab lab, Dialect dialect, String deployment) {
        this.lab = requireNonNull(lab, "lab is null");
        this.dialect = requireNonNull(dialect, "dialect is null");
        lab.install(dialect);
        this.objects = new LabObjects(lab.database(), dialect.name(), deployment);
        this.search = new LabSearch(lab.database(), dialect.name());
    }

    @Override
    public Profile profile() {
        return dialect.defaultProfile();
    }

    @Override
    public WantedObject describe(Deployment deployment) {
        return LabObjects.describe(deployment);
    }

    @Override
    public List<RemoteObject> deployed() {
        return reached(objects::deployed);
    }

    @Override
    public void apply(Change change) {
        reached(() -> {
            objects.apply(change);
            return change;
        });
    }

    @Override
    public HitCount count(Deployment deployment, Window window) {
        if (dialect.translate(deployment.text()) instanceof Translation.Unsupported unsupported) {
            return unanswered(unsupported);
        }
        Translation counting = dialect.translate(dialect.counting(deployment.text(), profile()));
        if (counting instanceof Translation.Translated translated) {
            return count(deployment.hunt().logic(), translated.sql(), window);
        }
        return unanswered((Translation.Unsupported) counting);
    }

    @Override
    public SortedMap<LocalDate, HitCount> daily(Deployment deployment, LocalDate from, LocalDate to) {
        Optional<String> counting = deployment.hunt().logic() instanceof Logic.Detection
                ? dialect.countingDaily(deployment.text(), profile())
                : Optional.empty();
        return counting.map(dialect::translate)
                .filter(Translation.Translated.class::isInstance)
                .map(translation -> ((Translation.Translated) translation).sql())
                .map(sql -> daily(deployment.hunt().logic(), sql, from, to))
                .orElseGet(() -> Connector.super.daily(deployment, from, to));
    }

    private SortedMap<LocalDate, HitCount> daily(Logic logic, String sql, LocalDate from, LocalDate to) {
        SortedMap<LocalDate, HitCount> days = new TreeMap<>();
        Window window = Window.of(from, to);
        try {
            Map<LocalDate, Hits> hits = search.daily(sql, window);
            SortedMap<LocalDate, Coverage> there = dailyCoverage(logic.kind(), from, to);
            from.datesUntil(to).forEach(day -> {
                Hits of = hits.getOrDefault(day, Hits.NONE);
                days.put(day, of.events() > 0 ? counted(of, there.get(day)) : ofADay(logic, there.get(day), day));
            });
        } catch (SQLException e) {
            HitCount why = new HitCount.Unanswered("the lab can't run it: " + Database.message(e));
            from.datesUntil(to).forEach(day -> days.put(day, why));
        }
        return days;
    }

    private static HitCount counted(Hits hits, Coverage coverage) {
        return new HitCount.Counted(hits, Math.max(hits.events(), coverage.events()));
    }

    /** No hit on a day. */
    private HitCount ofADay(Logic logic, Coverage coverage, LocalDate day) {
        return coverage.events() == 0
                ? none(logic.kind())
                : withoutHit(logic, coverage, Window.of(day, day.plusDays(1)));
    }

    @Override
    public SortedMap<LocalDate, Coverage> dailyCoverage(EventKind kind, LocalDate from, LocalDate to) {
        Map<LocalDate, Coverage> there = reached(() -> LabCoverage.daily(lab.database(), kind, Window.of(from, to)));
        SortedMap<LocalDate, Coverage> days = new TreeMap<>();
        from.datesUntil(to)
                .forEach(day -> days.put(day, there.getOrDefault(day, new Coverage(kind, 0, 0, Optional.empty()))));
        return days;
    }

    @Override
    public List<EntityCount> top(Deployment deployment, Entity entity, Window window, int most) {
        Optional<String> sql = dialect.top(deployment.text(), entity, most, profile())
                .map(dialect::translate)
                .filter(Translation.Translated.class::isInstance)
                .map(translation -> ((Translation.Translated) translation).sql());
        try {
            return sql.isPresent() ? search.top(sql.get(), window) : List.of();
        } catch (SQLException e) {
            throw new ConnectorException(
                    ConnectorException.Kind.REJECTED_QUERY,
                    "lab (" + dialect.name() + ")",
                    "the lab can't run it: " + Database.message(e),
                    e);
        }
    }

    private static HitCount none(EventKind kind) {
        return new HitCount.Blind("the lab holds no " + kind.words() + " events in this window");
    }

    private HitCount withoutHit(Logic logic, Coverage coverage, Window window) {
        if (isOfAnotherProduct(logic, window)) {
            return new HitCount.Blind("none of the " + coverage.events() + " events of no kind is of "
                    + ((Logic.Detection) logic).source());
        }
        Set<String> wanting = wanting(logic, window);
        return wanting.isEmpty()
                ? new HitCount.Counted(Hits.NONE, coverage.events())
                : new HitCount.Blind("none of the " + coverage.events() + " "
                        + logic.kind().words() + " events carries " + String.join(", ", wanting));
    }

    /** Whether a log source that is no kind is asked of a window with none of its product's events. */
    private boolean isOfAnotherProduct(Logic logic, Window window) {
        return logic instanceof Logic.Detection detection
                && detection.kind() == EventKind.OTHER
                && reached(() -> LabCoverage.ofProduct(
                                lab.database(), detection.source().product().orElse(""), window))
                        == 0;
    }

    private static HitCount unanswered(Translation.Unsupported unsupported) {
        return new HitCount.Unanswered("the lab can't run it: line " + unsupported.line() + ", column "
                + unsupported.column() + ": " + unsupported.reason());
    }

    private HitCount count(Logic logic, String sql, Window window) {
        EventKind kind = logic.kind();
        Coverage coverage = coverage(kind, window);
        if (coverage.events() == 0) {
            return none(kind);
        }
        try {
            Hits hits = search.count(sql, window);
            return hits.events() > 0
                    ? new HitCount.Counted(hits, coverage.events())
                    : withoutHit(logic, coverage, window);
        } catch (SQLTimeoutException e) {
            return new HitCount.Unanswered(
                    "not done within " + lab.database().limits().statement().toSeconds() + " s");
        } catch (SQLException e) {
            return new HitCount.Unanswered("the lab can't run it: " + Database.message(e));
        }
    }

    /** What a detection asks for, if no event of the window carries any of it: such events could not have shown a hit. */
    private Set<String> wanting(Logic logic, Window window) {
        if (!(logic instanceof Logic.Detection detection)) {
            return Set.of();
        }
        List<Condition.Match> asked = Leaves.asked(detection.condition());
        Set<String> fields = asked.stream()
                .map(Condition.Match::field)
                .filter(field -> EventModel.shipped().field(logic.kind(), field).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        boolean absenceIsAsked = asked.stream().anyMatch(match -> match.test().equals(new FieldTest.Exists(false)));
        if (fields.isEmpty() || absenceIsAsked) {
            return Set.of();
        }
        boolean carried = reached(() -> LabCoverage.carries(lab.database(), logic.kind(), fields, window));
        return carried ? Set.of() : fields;
    }

    @Override
    public Coverage coverage(EventKind kind, Window window) {
        return reached(() -> LabCoverage.of(lab.database(), kind, window));
    }

    @Override
    public void close() {
        // Connections live for one call; the lab is its owner's to close.
    }

    private <T> T reached(Call<T> call) {
        try {
            return call.run();
        } catch (LabException e) {
            throw new ConnectorException(
                    ConnectorException.Kind.UNAVAILABLE, "lab (" + dialect.name() + ")", e.getMessage(), e);
        }
    }

    private interface Call<T> {
        T run();
    }
}
