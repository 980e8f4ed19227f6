package dev.harrier.report.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.report.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** A count as JSON: {@code kind} says which case it is, so that no reader mistakes one for another. */
final class CountJson {
    private CountJson() {}

    static ObjectNode of(HitCount count) {
        ObjectNode json = Json.object();
        json.put("kind", CountWords.kind(count));
        CountWords.hits(count).ifPresent(hits -> hits(json, hits));
        if (count instanceof HitCount.Counted counted) {
            json.put("searched", counted.searched());
        }
        CountWords.why(count).ifPresent(why -> json.put("why", why));
        return json;
    }

    /** A day without a hit is most days: only what is not zero is written, but always the number of events. */
    private static void hits(ObjectNode json, Hits hits) {
        json.put("events", hits.events());
        put(json, "hosts", hits.hosts());
        put(json, "users", hits.users());
        put(json, "days", hits.days());
        hits.first().ifPresent(first -> json.put("first", first.toString()));
        hits.last().ifPresent(last -> json.put("last", last.toString()));
        hits.blocked().ifPresent(blocked -> json.put("blocked", blocked));
    }

    private static void put(ObjectNode json, String key, long number) {
        if (number != 0) {
            json.put(key, number);
        }
    }

    static HitCount read(JsonNode json) {
        String kind = Fields.text(json, "kind");
        return switch (kind) {
            case "counted" -> new HitCount.Counted(hits(json), Fields.number(json, "searched"));
            case "at-least" -> new HitCount.AtLeast(hits(json), Fields.text(json, "why"));
            case "blind" -> new HitCount.Blind(Fields.text(json, "why"));
            case "unanswered" -> new HitCount.Unanswered(Fields.text(json, "why"));
            default -> throw new IllegalArgumentException("no kind of count: " + kind);
        };
    }

    private static Hits hits(JsonNode json) {
        return new Hits(
                Fields.number(json, "events"),
                json.path("hosts").asLong(),
                json.path("users").asLong(),
                json.path("days").asLong(),
                instant(json, "first"),
                instant(json, "last"),
                json.has("blocked") ? OptionalLong.of(Fields.number(json, "blocked")) : OptionalLong.empty());
    }

    private static Optional<Instant> instant(JsonNode json, String key) {
        return Fields.optional(json, key).map(Instant::parse);
    }
}
