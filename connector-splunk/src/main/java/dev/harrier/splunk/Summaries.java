package dev.harrier.splunk;

import dev.harrier.connector.ConnectorException;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What texts miss that search nothing but the summaries of data models ({@code summariesonly=true}). splunkd is asked once, and only
 * for such a text; what it doesn't tell is taken to be whole. Thread-safe.
 */
final class Summaries {
    /** From here on, what isn't built yet are the last minutes. */
    static final double WHOLE = 0.99;

    private static final Pattern SEARCHED =
            Pattern.compile("\\| tstats summariesonly=true [^|]*? from datamodel=(\\w+)\\.");

    private final DataModels models;
    private final Clock clock;
    private Optional<Known> known = Optional.empty();

    Summaries(DataModels models, Clock clock) {
        this.models = models;
        this.clock = clock;
    }

    private record Known(
            boolean told, Map<String, DataModels.Acceleration> accelerations, Map<String, Double> complete) {}

    /** What a text misses in a window that begins then, for people; empty if nothing. */
    Optional<String> missing(String text, Instant from) {
        Matcher searched = SEARCHED.matcher(text);
        while (searched.find()) {
            Optional<String> missing = ofModel(searched.group(1), from);
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    /** A count of such a text, for what it is. */
    HitCount counted(HitCount count, String text, Window window) {
        if (count instanceof HitCount.Counted counted) {
            return missing(text, window.from())
                    .<HitCount>map(why -> new HitCount.AtLeast(counted.hits(), why))
                    .orElse(count);
        }
        return count instanceof HitCount.Blind
                ? missing(text, window.from())
                        .<HitCount>map(HitCount.Blind::new)
                        .orElse(count)
                : count;
    }

    private Optional<String> ofModel(String model, Instant from) {
        Known all = known();
        if (!all.told()) {
            return Optional.empty();
        }
        DataModels.Acceleration acceleration =
                all.accelerations().getOrDefault(model, new DataModels.Acceleration(false, ""));
        if (!acceleration.enabled()) {
            return Optional.of("data model " + model + " is not accelerated, though accelerated-models names it");
        }
        double complete = all.complete().getOrDefault(model, 1.0);
        if (complete < WHOLE) {
            return Optional.of("of data model " + model + " only " + Math.round(100 * complete)
                    + " % is summarised, and accelerated-models names it");
        }
        return RelativeTime.before(clock.instant(), acceleration.reach())
                .filter(from::isBefore)
                .map(since -> "data model " + model + " is summarised back to " + acceleration.reach()
                        + " only, and accelerated-models names it");
    }

    private synchronized Known known() {
        if (known.isEmpty()) {
            known = Optional.of(asked());
        }
        return known.get();
    }

    private Known asked() {
        try {
            Map<String, DataModels.Acceleration> accelerations = models.accelerations();
            return new Known(true, accelerations, models.complete(new TreeSet<>(accelerations.keySet())));
        } catch (ConnectorException e) {
            return new Known(false, Map.of(), Map.of());
        }
    }
}
