package dev.harrier.splunk;

import dev.harrier.deploy.Deployment;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What texts rely on besides events: summaries of data models, and lookups. Thread-safe. */
final class Relied {
    private final Summaries summaries;
    private final Lookups lookups;
    private final Clock clock;

    Relied(Summaries summaries, Lookups lookups, Clock clock) {
        this.summaries = summaries;
        this.lookups = lookups;
        this.clock = clock;
    }

    /** What is not there for hunts in the schedule. */
    Map<HuntId, String> lacking(List<Deployment> deployments) {
        Instant from = clock.instant().minus(Schedule.BACK);
        Map<String, String> absent =
                lookups.absent(deployments.stream().map(Deployment::text).toList());
        Map<HuntId, String> lacking = new TreeMap<>();
        deployments.forEach(deployment -> Lookups.in(deployment.text()).stream()
                .flatMap(name -> Optional.ofNullable(absent.get(name)).stream())
                .findFirst()
                .or(() -> summaries.missing(deployment.text(), from))
                .ifPresent(why -> lacking.put(deployment.hunt().id(), why)));
        return lacking;
    }

    /** A count for what it is. */
    HitCount counted(HitCount count, String text, Window window) {
        return lookups.counted(summaries.counted(count, text, window), text, window);
    }

    /** The same of each day. */
    SortedMap<LocalDate, HitCount> counted(SortedMap<LocalDate, HitCount> days, String text) {
        SortedMap<LocalDate, HitCount> counted = new TreeMap<>();
        days.forEach((day, count) -> counted.put(day, counted(count, text, Window.of(day, day.plusDays(1)))));
        return counted;
    }
}
