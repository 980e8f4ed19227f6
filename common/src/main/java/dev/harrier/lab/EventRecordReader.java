package dev.harrier.lab;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/** Flattens one JSON object into a {@link RawEvent}: {@code {"a":{"b":1}}} gives {@code a.b=1}, known containers vanish. */
final class EventRecordReader {
    private static final int DEEPEST = 20;

    private final Set<String> flattened;
    private final Set<String> skipped;

    EventRecordReader(EventSources sources) {
        this.flattened = sources.flattened();
        this.skipped = sources.skipped();
    }

    /** Reads the object whose start the parser stands at; the parser then stands at its end. */
    void read(JsonParser parser, RawEvent event) throws IOException {
        members(parser, "", 0, event);
    }

    private void members(JsonParser parser, String prefix, int depth, RawEvent event) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (prefix.isEmpty() && skipped.contains(name)) {
                parser.skipChildren();
            } else if (value == JsonToken.START_OBJECT && depth < DEEPEST) {
                String inner = prefix.isEmpty() && flattened.contains(name) ? "" : prefix + name + ".";
                members(parser, inner, depth + 1, event);
            } else {
                leaf(parser, prefix.isEmpty() ? name : prefix + name, value, event);
            }
        }
    }

    private static void leaf(JsonParser parser, String name, JsonToken value, RawEvent event) throws IOException {
        if (value.isStructStart()) {
            StringBuilder text = new StringBuilder();
            JsonText.copy(parser, text);
            event.add(name, text.toString());
        } else if (value != JsonToken.VALUE_NULL) {
            event.add(name, parser.getText());
        }
    }
}
