package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.Hits;
import dev.harrier.measure.SourceCoverage;
import java.time.Instant;
import java.util.Optional;

/** The one row of a counting search: texts in splunkd's JSON, and no key where there is no value. */
record CountRow(String target, JsonNode row) {
    Hits hits() {
        return new Hits(
                number("hits"), number("hosts"), number("users"), number("days"), time("firstSeen"), time("lastSeen"));
    }

    /** Of a row that is about one day. */
    Hits hitsOfADay() {
        return new Hits(number("hits"), number("hosts"), number("users"), 1, time("firstSeen"), time("lastSeen"));
    }

    Coverage coverage(EventKind kind) {
        return new Coverage(kind, number("hits"), number("hosts"), time("lastSeen"));
    }

    /** Of a row that is about one source type. */
    SourceCoverage source() {
        return new SourceCoverage(row.path("sourcetype").asText(), number("hits"), number("hosts"), time("lastSeen"));
    }

    /** What is no number is not zero. */
    long number(String column) {
        String text = row.path(column).asText();
        if (!text.matches("\\d{1,18}(\\.0*)?")) {
            throw new ConnectorException(
                    Kind.UNEXPECTED_RESPONSE, target, "the search's column " + column + " holds no count");
        }
        return Long.parseLong(text.replaceFirst("\\..*", ""));
    }

    private Optional<Instant> time(String column) {
        String text = row.path(column).asText();
        return text.matches("\\d{1,11}(\\.\\d+)?")
                ? Optional.of(Instant.ofEpochMilli(Math.round(Double.parseDouble(text) * 1000)))
                : Optional.empty();
    }
}
