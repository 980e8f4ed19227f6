package dev.harrier.lab;

import dev.harrier.hunt.EventField;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldType;
import dev.harrier.hunt.QuerySample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events of a native query's sample, dated. Deterministic. */
final class SampleEvents {
    /** Odd, and no divisor of a power of ten, so that multiples of it look random and are the same each time. */
    private static final long STEP = 7_919;

    private SampleEvents() {}

    static List<Map<String, Object>> of(QuerySample sample, EventKind kind, Instant start) {
        List<Map<String, Object>> events = new ArrayList<>();
        sample.series().forEach(series -> {
            for (int n = 0; n < series.count(); n++) {
                events.add(event(series, kind, start, n));
            }
        });
        return events;
    }

    private static Map<String, Object> event(QuerySample.Series series, EventKind kind, Instant start, int n) {
        Map<String, Object> event = new HashMap<>();
        series.fields().forEach((field, text) -> event.put(field, value(kind, field, text.replace("{n}", "" + n))));
        event.put(
                EventModel.TIME,
                start.plus(series.after()).plus(series.every().multipliedBy(n)).plus(late(series, n)));
        return event;
    }

    private static Duration late(QuerySample.Series series, int n) {
        long most = series.jitter().toMillis();
        return Duration.ofMillis(most == 0 ? 0 : n * STEP * 1_000 % (most + 1));
    }

    private static Object value(EventKind kind, String field, String text) {
        FieldType type =
                EventModel.shipped().field(kind, field).map(EventField::type).orElse(FieldType.STRING);
        return switch (type) {
            case INTEGER -> Long.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case STRING, PATH, ADDRESS, TIME -> text;
        };
    }
}
