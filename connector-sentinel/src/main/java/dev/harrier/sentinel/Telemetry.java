package dev.harrier.sentinel;

import dev.harrier.dialect.Profile;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Window;
import dev.harrier.sentinel.azure.QueryOutcome;
import dev.harrier.sentinel.dialect.KqlDialect;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** What telemetry there is, asked once per kind and window for all hunts: it reads the whole table. Thread-safe. */
final class Telemetry {
    private final KqlDialect dialect;
    private final Profile profile;
    private final BiFunction<String, Window, QueryOutcome> logs;
    private final Map<Stretch, Asked> known = new ConcurrentHashMap<>();

    private record Stretch(EventKind kind, Window window, boolean byDay) {}

    /** Hunts of one kind wait for the one that asks. */
    private static final class Asked {
        private Optional<QueryOutcome> answer = Optional.empty();
    }

    Telemetry(KqlDialect dialect, Profile profile, BiFunction<String, Window, QueryOutcome> logs) {
        this.dialect = dialect;
        this.profile = profile;
        this.logs = logs;
    }

    /** One row for the window. */
    QueryOutcome once(EventKind kind, Window window) {
        return once(new Stretch(kind, window, false));
    }

    /** One row per UTC day that has events. */
    QueryOutcome dailyOnce(EventKind kind, Window window) {
        return once(new Stretch(kind, window, true));
    }

    /** What isn't sure is asked again. */
    private QueryOutcome once(Stretch stretch) {
        Asked asked = known.computeIfAbsent(stretch, key -> new Asked());
        synchronized (asked) {
            QueryOutcome outcome = asked.answer.orElseGet(() -> now(stretch));
            if (outcome.whole()) {
                asked.answer = Optional.of(outcome);
            }
            return outcome;
        }
    }

    /** As it is now. */
    QueryOutcome now(EventKind kind, Window window) {
        return now(new Stretch(kind, window, false));
    }

    /** A profile without a table for a kind has nothing of it. */
    private QueryOutcome now(Stretch stretch) {
        UnaryOperator<String> form = stretch.byDay ? text -> dialect.byDay(text, profile) : UnaryOperator.identity();
        return dialect.coverage(stretch.kind, profile)
                .map(form)
                .map(query -> logs.apply(query, stretch.window))
                .orElse(QueryOutcome.known(stretch.byDay ? Map.of() : Map.of("hits", "0")));
    }

    /** The service says the same of tables and columns; ours of that name is a table. */
    Optional<String> missingTable(QueryOutcome outcome) {
        return outcome.unresolved().filter(name -> dialect.tables(profile).stream()
                .map(TableMapping::table)
                .anyMatch(name::equals));
    }
}
