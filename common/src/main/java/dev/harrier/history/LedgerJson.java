package dev.harrier.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.LedgerEntry;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.measure.LedgerEntry.DayCoverage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Ledger entries as JSON, version 1: {@code count} lines and {@code coverage} lines. */
final class LedgerJson {
    private static final int VERSION = 1;

    private LedgerJson() {}

    static ObjectNode of(LedgerEntry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("v", VERSION);
        json.put("target", entry.target());
        json.put("day", entry.day().toString());
        json.put("at", entry.at().toString());
        if (entry instanceof DayCount count) {
            json.put("hunt", count.hunt().toString());
            json.put("query", count.query());
            count(json, count.count());
        } else if (entry instanceof DayCoverage there) {
            json.put("kind", there.kind().category());
            json.put("events", there.events());
            json.put("hosts", there.hosts());
        }
        return json;
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is no entry of this version
     */
    static LedgerEntry read(JsonNode json) {
        if (json.path("v").asInt() != VERSION) {
            throw new IllegalArgumentException("not a ledger line of version " + VERSION);
        }
        try {
            String target = text(json, "target");
            LocalDate day = LocalDate.parse(text(json, "day"));
            Instant at = Instant.parse(text(json, "at"));
            return json.has("hunt")
                    ? new DayCount(
                            HuntId.parse(text(json, "hunt")), target, day, at, text(json, "query"), hitCount(json))
                    : new DayCoverage(
                            kind(text(json, "kind")), target, day, at, number(json, "events"), number(json, "hosts"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a ledger line: " + e.getMessage(), e);
        }
    }

    private static void count(ObjectNode json, HitCount count) {
        if (count instanceof HitCount.Counted counted) {
            json.put("count", "counted");
            hits(json, counted.hits());
            json.put("searched", counted.searched());
        } else if (count instanceof HitCount.AtLeast atLeast) {
            json.put("count", "at-least");
            hits(json, atLeast.hits());
            json.put("why", atLeast.why());
        } else if (count instanceof HitCount.Blind blind) {
            json.put("count", "blind").put("why", blind.why());
        } else if (count instanceof HitCount.Unanswered unanswered) {
            json.put("count", "unanswered").put("why", unanswered.why());
        }
    }

    private static HitCount hitCount(JsonNode json) {
        String word = text(json, "count");
        return switch (word) {
            case "counted" -> new HitCount.Counted(hits(json), number(json, "searched"));
            case "at-least" -> new HitCount.AtLeast(hits(json), text(json, "why"));
            case "blind" -> new HitCount.Blind(text(json, "why"));
            case "unanswered" -> new HitCount.Unanswered(text(json, "why"));
            default -> throw new IllegalArgumentException("not a count: " + word);
        };
    }

    private static void hits(ObjectNode json, Hits hits) {
        json.put("events", hits.events());
        json.put("hosts", hits.hosts());
        json.put("users", hits.users());
        json.put("days", hits.days());
        hits.first().ifPresent(first -> json.put("first", first.toString()));
        hits.last().ifPresent(last -> json.put("last", last.toString()));
        hits.blocked().ifPresent(blocked -> json.put("blocked", blocked));
    }

    private static Hits hits(JsonNode json) {
        return new Hits(
                number(json, "events"),
                number(json, "hosts"),
                number(json, "users"),
                number(json, "days"),
                instant(json, "first"),
                instant(json, "last"),
                json.has("blocked") ? OptionalLong.of(number(json, "blocked")) : OptionalLong.empty());
    }

    private static Optional<Instant> instant(JsonNode json, String key) {
        return json.has(key) ? Optional.of(Instant.parse(text(json, key))) : Optional.empty();
    }

    private static EventKind kind(String category) {
        return EventKind.valueOf(category.toUpperCase(Locale.ROOT));
    }

    private static String text(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(key + " is not there");
        }
        return value.textValue();
    }

    private static long number(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.canConvertToLong()) {
            throw new IllegalArgumentException(key + " is no number");
        }
        return value.longValue();
    }
}
