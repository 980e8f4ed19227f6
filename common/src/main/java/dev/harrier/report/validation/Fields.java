package dev.harrier.report.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Fields of JSON that somebody may have edited: what is missing is named. Throws {@link IllegalArgumentException} only. */
final class Fields {
    private Fields() {}

    static String text(JsonNode json, String key) {
        return optional(json, key).orElseThrow(() -> new IllegalArgumentException("no text named " + key));
    }

    static Optional<String> optional(JsonNode json, String key) {
        return Optional.ofNullable(json.path(key).textValue());
    }

    static long number(JsonNode json, String key) {
        JsonNode value = json.path(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("no whole number named " + key);
        }
        return value.longValue();
    }

    static <T> List<T> list(JsonNode json, String key, Function<JsonNode, T> each) {
        List<T> items = new ArrayList<>();
        json.path(key).forEach(item -> items.add(each.apply(item)));
        return items;
    }

    static List<String> texts(JsonNode json, String key) {
        return list(json, key, Fields::text);
    }

    static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("no text: " + node.getNodeType());
        }
        return node.textValue();
    }

    /** A constant by its lower-case word. */
    static <E extends Enum<E>> E word(Class<E> type, JsonNode json, String key) {
        return Enum.valueOf(type, text(json, key).toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
