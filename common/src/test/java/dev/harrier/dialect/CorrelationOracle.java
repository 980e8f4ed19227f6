package dev.harrier.dialect;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.FieldTest.Compare;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import dev.harrier.hunt.sigma.Correlation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What a correlation means, by looking at every stretch of time; random correlations of started programs, and events for them. */
public final class CorrelationOracle {
    private static final List<String> PROGRAMS = List.of("a", "b", "c");

    private CorrelationOracle() {}

    /** An event: program {@code rule} started by a user on a host. */
    public record Event(int rule, String host, String user, long second) {
        /** By Sigma's fields. */
        public Map<String, Object> fields() {
            String image = "C:\\" + PROGRAMS.get(rule) + ".exe";
            return Map.of("Image", image, "Computer", host, "User", user, "EventTime", second * 1_000_000);
        }
    }

    /** A correlation by host. */
    public static CorrelatedHunt hunt(Correlation.Type type, int rules, long least, long seconds) {
        boolean counts = type == Correlation.Type.EVENT_COUNT || type == Correlation.Type.VALUE_COUNT;
        Correlation correlation = new Correlation(
                type,
                PROGRAMS.subList(0, rules),
                List.of("Computer"),
                Duration.ofSeconds(seconds),
                counts ? Optional.of(new Compare(Compare.Order.GREATER_OR_EQUAL, least)) : Optional.empty(),
                type == Correlation.Type.VALUE_COUNT ? Optional.of("User") : Optional.empty(),
                Map.of(),
                false);
        return new CorrelatedHunt(
                correlation,
                IntStream.range(0, rules).mapToObj(CorrelationOracle::started).toList());
    }

    private static Logic.Detection started(int rule) {
        FieldTest test = new FieldTest.Like(TextPattern.endingWith("\\" + PROGRAMS.get(rule) + ".exe"), false);
        return new Logic.Detection(EventKind.PROCESS_CREATION, new Condition.Match("Image", test));
    }

    /** Events on two hosts within two minutes of the epoch. */
    public static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            String host = "host" + random.nextInt(2);
            events.add(new Event(random.nextInt(3), host, "user" + random.nextInt(3), random.nextInt(120)));
        }
        return events;
    }

    /** The hosts of which the correlation is true. */
    public static Set<String> hosts(CorrelatedHunt hunt, List<Event> events) {
        Set<String> hosts = new TreeSet<>();
        for (Event start : events) {
            long end = start.second() + hunt.correlation().timespan().toSeconds();
            List<Event> stretch = events.stream()
                    .filter(e -> e.host().equals(start.host())
                            && e.rule() < hunt.parts().size()
                            && e.second() >= start.second()
                            && e.second() <= end)
                    .toList();
            if (holds(hunt, stretch)) {
                hosts.add(start.host());
            }
        }
        return hosts;
    }

    private static boolean holds(CorrelatedHunt hunt, List<Event> stretch) {
        long least = hunt.least().orElseThrow();
        return switch (hunt.correlation().type()) {
            case EVENT_COUNT -> stretch.size() >= least;
            case VALUE_COUNT -> stretch.stream().map(Event::user).distinct().count() >= least;
            case TEMPORAL -> stretch.stream().map(Event::rule).distinct().count() >= least;
            case TEMPORAL_ORDERED -> inOrder(stretch, hunt.parts().size());
        };
    }

    private static boolean inOrder(List<Event> stretch, int rules) {
        OptionalLong at = OptionalLong.of(Long.MIN_VALUE);
        for (int rule = 0; rule < rules && at.isPresent(); rule++) {
            at = next(stretch, rule, at.getAsLong());
        }
        return at.isPresent();
    }

    private static OptionalLong next(List<Event> stretch, int rule, long from) {
        return stretch.stream()
                .filter(e -> e.rule() == rule && e.second() >= from)
                .mapToLong(Event::second)
                .min();
    }
}
