package dev.harrier.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** The machine contract of {@code lab}: one JSON object per kind, host and hour. */
public final class CoverageJson {
    private CoverageJson() {}

    /** {@code {"kind","host","hour","events"}}; one line, without a line feed. */
    public static String line(String kind, String host, Instant hour, long events) {
        ObjectNode json = Json.object();
        json.put("kind", kind);
        json.put("host", host);
        json.put("hour", hour.toString());
        json.put("events", events);
        return Json.line(json);
    }
}
