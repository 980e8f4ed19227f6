package dev.harrier.splunk;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.Logic;
import dev.harrier.measure.SourceCoverage;
import dev.harrier.measure.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which source types report, asked for once per question and window. Thread-safe. */
final class Sources {
    private final String target;
    private final List<TableMapping> tables;
    private final Searches searches;
    private final Telemetry<Reporting> telemetry = new Telemetry<>();

    Sources(String target, List<TableMapping> tables, Searches searches) {
        this.target = target;
        this.tables = tables;
        this.searches = searches;
    }

    /**
     * Who reports.
     *
     * @param sources the largest first
     * @param whole whether these are all
     */
    record Reporting(List<SourceCoverage> sources, boolean whole) {
        long events() {
            return sources.stream().mapToLong(SourceCoverage::events).sum();
        }

        /** Whether something reports, and all of it is known to be of another operating system. */
        boolean allOfOthersThan(String product) {
            return whole
                    && !sources.isEmpty()
                    && sources.stream()
                            .map(source -> SourceTypes.product(source.source()))
                            .allMatch(of -> of.isPresent() && !of.get().equals(product));
        }

        private String names() {
            return sources.stream().map(SourceCoverage::source).sorted().collect(Collectors.joining(", "));
        }
    }

    /** Those of a kind; nothing for a kind that no table is known for. */
    Reporting of(EventKind kind, Window window) {
        return tables.stream()
                .filter(table -> table.kind() == kind)
                .findFirst()
                .map(table -> asked(SourceQuestion.of(table), kind.words() + " events", window))
                .orElse(new Reporting(List.of(), false));
    }

    /** Those of events that their index tells. */
    Reporting of(IndexedTerms terms, Window window) {
        return asked(SourceQuestion.of(terms), "events of " + terms.source(), window);
    }

    /**
     * Why a hunt that asks a data model has no event to be found in, if those there are come from other systems than it is for. An
     * observable is looked for wherever it may be.
     */
    Optional<String> silent(Deployment deployment, Window window) {
        Logic logic = deployment.hunt().logic();
        Optional<String> product = source(logic).product();
        if (product.isEmpty() || deployment.hunt().kind() == Hunt.Kind.INDICATOR) {
            return Optional.empty();
        }
        Reporting reporting = of(logic.kind(), window);
        return reporting.allOfOthersThan(product.get())
                ? Optional.of("no " + product.get() + " source reports "
                        + logic.kind().words() + " events, only " + reporting.names())
                : Optional.empty();
    }

    private static LogSource source(Logic logic) {
        return logic instanceof Logic.Detection detection ? detection.source() : ((Logic.NativeQuery) logic).source();
    }

    private Reporting asked(SourceQuestion question, String what, Window window) {
        return telemetry.of(question, window, () -> reporting(searches.run(question.search(), window), what));
    }

    /** A failed search is no silence: it throws. */
    private Reporting reporting(SearchJob.Outcome outcome, String what) {
        outcome.failure().ifPresent(why -> {
            throw new ConnectorException(
                    Kind.REJECTED_QUERY, target, "cannot tell which source types report " + what + ": " + why);
        });
        List<SourceCoverage> sources = outcome.rows().stream()
                .map(row -> new CountRow(target, row).source())
                .sorted(Comparator.comparingLong(SourceCoverage::events)
                        .reversed()
                        .thenComparing(SourceCoverage::source))
                .toList();
        return new Reporting(sources, outcome.partial().isEmpty());
    }
}
