package dev.harrier.splunk;

import dev.harrier.connector.Check;
import dev.harrier.connector.ConnectorException;
import dev.harrier.dialect.TableMapping;
import dev.harrier.measure.Window;
import dev.harrier.splunk.DataModels.Acceleration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The data models that our hunts ask: whether they are there, accelerated, and their summaries whole, by what splunkd says and by
 * comparing a search of the summaries with one of everything over a sample, the hour that ended ten minutes ago.
 */
final class DataModelChecks {
    private static final Duration LATE = Duration.ofMinutes(10);
    private static final String NEED = "install the CIM add-on (Splunk_SA_CIM) and share its models with app ";

    private final SplunkSettings settings;
    private final DataModels models;
    private final Searches searches;
    private final SortedSet<String> datasets;
    private final Clock clock;

    /** @param tables how events appear; those that are datasets ({@code Endpoint.Processes}) are looked at */
    DataModelChecks(
            SplunkSettings settings, DataModels models, Searches searches, List<TableMapping> tables, Clock clock) {
        this.settings = settings;
        this.models = models;
        this.searches = searches;
        this.datasets = tables.stream()
                .map(TableMapping::table)
                .filter(table -> table.matches("\\w+\\.\\w+"))
                .collect(Collectors.toCollection(TreeSet::new));
        this.clock = clock;
    }

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        Map<String, Acceleration> accelerated;
        try {
            accelerated = models.accelerations();
        } catch (ConnectorException e) {
            return List.of(Check.unknown(
                    "data-models",
                    e.getMessage(),
                    e.kind() == ConnectorException.Kind.FORBIDDEN
                            ? "give the role read access to the data models"
                            : WayOut.of(e)));
        }
        Set<String> asked =
                new TreeSet<>(datasets.stream().map(DataModelChecks::model).toList());
        Map<String, Double> complete = models.complete(asked);
        asked.forEach(model -> checks.add(model(model, accelerated, Optional.ofNullable(complete.get(model)))));
        datasets.stream()
                .filter(dataset -> accelerated.containsKey(model(dataset)))
                .forEach(dataset -> checks.add(
                        sample(dataset, accelerated.get(model(dataset)).enabled())));
        return checks;
    }

    private static String model(String dataset) {
        return dataset.substring(0, dataset.indexOf('.'));
    }

    private Check model(String model, Map<String, Acceleration> accelerated, Optional<Double> complete) {
        String name = "model " + model;
        if (!accelerated.containsKey(model)) {
            return Check.warning(name, "not there: hunts that ask it can't run", NEED + settings.app());
        }
        Acceleration acceleration = accelerated.get(model);
        if (!acceleration.enabled()) {
            return Check.warning(
                    name,
                    isNamed(model)
                            ? "not accelerated, though accelerated-models names it: hunts that ask it find nothing"
                            : "not accelerated: hunts scan raw events",
                    "accelerate it (Settings → Data models)"
                            + (isNamed(model) ? ", or take it out of accelerated-models" : ""));
        }
        return complete.filter(part -> part < Summaries.WHOLE).isPresent()
                ? Check.warning(
                        name,
                        "summaries " + Math.round(100 * complete.get()) + " % built",
                        "wait for the rest; until then hunts "
                                + (isNamed(model)
                                        ? "miss it, for accelerated-models names the model"
                                        : "scan raw events for it"))
                : reaching(model, acceleration);
    }

    /** A hunt in the schedule looks an hour back; what is counted further back is said with its count. */
    private Check reaching(String model, Acceleration acceleration) {
        String name = "model " + model;
        String reach = acceleration.reach().isEmpty() ? "" : ", back to " + acceleration.reach();
        boolean enough = RelativeTime.before(clock.instant(), acceleration.reach())
                .filter(since -> since.isAfter(clock.instant().minus(Schedule.BACK)))
                .isEmpty();
        return enough || !isNamed(model)
                ? Check.ok(name, "accelerated" + reach)
                : Check.warning(
                        name,
                        "accelerated" + reach + ", which is less than hunts look back",
                        "let the summaries reach further back, or take it out of accelerated-models");
    }

    private boolean isNamed(String model) {
        return settings.accelerated().contains(model);
    }

    /** A dataset's name is of our own mapping, not of an article. */
    private Check sample(String dataset, boolean accelerated) {
        String count = " allow_old_summaries=true count as ";
        String search = "| tstats summariesonly=true" + count + "summarised from datamodel=" + dataset
                + "\n| appendcols [| tstats summariesonly=false" + count + "hits from datamodel=" + dataset + "]";
        String name = "events " + dataset;
        boolean named = isNamed(model(dataset));
        try {
            SearchJob.Outcome outcome = searches.count(search, lastHour());
            if (outcome.failure().isPresent()) {
                return Check.unknown(
                        name,
                        outcome.failure().get(),
                        "run a search of that dataset as the same account in Splunk: the message is splunkd's own");
            }
            CountRow row = new CountRow(settings.target(), outcome.rows().get(0));
            return compared(name, row.number("summarised"), row.number("hits"), accelerated, named);
        } catch (ConnectorException e) {
            return Check.unknown(name, e.getMessage(), WayOut.of(e));
        }
    }

    private static Check compared(String name, long summarised, long all, boolean accelerated, boolean named) {
        if (all == 0) {
            return Check.warning(
                    name,
                    "none in the last hour: hunts that ask it are blind",
                    "check the add-on's tags and event types, and the indexes that the role may search");
        }
        return accelerated && summarised < all
                ? Check.warning(
                        name,
                        summarised + " of " + all + " events of the last hour are summarised",
                        named
                                ? "hunts miss the others, for accelerated-models names the model"
                                : "searches with summariesonly=true miss the others; Harrier's own do not")
                : Check.ok(name, all + " in the last hour");
    }

    private Window lastHour() {
        Instant end = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(LATE);
        return new Window(end.minus(Duration.ofHours(1)), end);
    }
}
