package dev.harrier.splunk.dialect;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventModel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A condition over raw events. Field extraction is the add-on's; first and last times are kept from before the day buckets
 * of {@code bin}.
 */
final class RawRenderer {
    private RawRenderer() {}

    /** The events themselves, with all their fields. */
    static String events(Condition condition, RawPlace place, SplOptions options) {
        Filters filters = Filters.of(condition, place.columns());
        return unfiltered(place, options) + terms(filters) + filters.whereCommand();
    }

    /** All events of the place. */
    static String unfiltered(RawPlace place, SplOptions options) {
        return "search " + index(options.indexes()) + (place.terms().isEmpty() ? "" : " " + place.terms());
    }

    static String render(Condition condition, RawPlace place, SplOptions options) {
        return events(condition, place, options) + days(condition, place);
    }

    /** What makes rows of days of events. */
    static String days(Condition condition, RawPlace place) {
        String by = by(condition, place.columns());
        return "\n| eval eventTime=_time"
                + "\n| bin _time span=86400s"
                + "\n| fillnull value=\"unknown\" " + by
                + "\n| stats count min(eventTime) as firstTime max(eventTime) as lastTime by _time " + by
                + CimRenderer.TIMES;
    }

    private static String index(List<String> names) {
        return names.size() == 1
                ? "index=" + names.get(0)
                : names.stream().map(n -> "index=" + n).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String terms(Filters filters) {
        return filters.terms().stream().map(t -> " " + t).collect(Collectors.joining());
    }

    private static String by(Condition condition, Columns columns) {
        Set<String> fields = new TreeSet<>(ConditionFields.of(condition));
        fields.remove(EventModel.TEXT);
        return Stream.concat(Entities.of(columns.mapping()).columns().stream(), columns.filledBy(fields).stream())
                .distinct()
                .map(columns::inTerm)
                .collect(Collectors.joining(" "));
    }
}
