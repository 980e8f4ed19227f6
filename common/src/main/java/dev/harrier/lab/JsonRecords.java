package dev.harrier.lab;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.harrier.lab.RawEvent.Form;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Flattens JSON objects: {@code {"a":{"b":1}}} gives {@code a.b=1}, known containers vanish, and a known field whose text is itself
 * an object is one. Values are left where they are; a value's end is known when the next token begins.
 */
final class JsonRecords implements RecordReader {
    /** Names are not interned: hostile ones would stay for ever. */
    static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final int DEEPEST = 20;
    private static final String TOO_MANY = "more than " + RawEvent.MOST_FIELDS + " fields";

    private final EventSources sources;
    private final List<String> columns;
    private Optional<PlainJson> plain = Optional.empty();
    private final ByteText inner = new ByteText(256);
    private final RawXml xml;
    private byte[] bytes = new byte[0];
    private int from;
    private String pendingName = "";
    private int pendingStart = -1;
    private Form pendingForm = Form.JSON_OTHER;

    JsonRecords(EventSources sources) {
        this(sources, List.of());
    }

    /** Reads arrays of values, where these have columns. */
    JsonRecords(EventSources sources, List<String> columns) {
        this.sources = sources;
        this.columns = List.copyOf(columns);
        this.xml = new RawXml(sources);
    }

    @Override
    public Optional<String> read(byte[] record, int start, int end, RawEvent into) {
        if (columns.isEmpty() && plain().read(record, start, end, into)) {
            return Optional.empty();
        }
        into.clear();
        xml.clear();
        return object(record, start, end, "", into).or(() -> xml.addTo(into));
    }

    private PlainJson plain() {
        if (plain.isEmpty()) {
            plain = Optional.of(new PlainJson(sources));
        }
        return plain.get();
    }

    /** Reads an object's members as those of the field {@code prefix}; of the event itself if that is empty. */
    Optional<String> object(byte[] record, int start, int end, String prefix, RawEvent into) {
        bytes = record;
        from = start;
        pendingStart = -1;
        try (JsonParser parser = JSON.createParser(record, start, end - start)) {
            JsonToken first = parser.nextToken();
            if (first != (columns.isEmpty() ? JsonToken.START_OBJECT : JsonToken.START_ARRAY)) {
                return Optional.of(columns.isEmpty() ? "no JSON object" : "no JSON array");
            }
            if (parser.currentTokenLocation().getByteOffset() < 0) {
                return Optional.of("broken text: not UTF-8");
            }
            return read(parser, prefix, into);
        } catch (JsonProcessingException e) {
            return Optional.of("broken JSON" + place(e));
        } catch (IOException e) {
            return Optional.of("broken text: " + e.getMessage());
        }
    }

    /** What is nested too deeply has no place. */
    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
    }

    private Optional<String> read(JsonParser parser, String prefix, RawEvent into) throws IOException {
        boolean room = columns.isEmpty() ? members(parser, prefix, 0, into) : row(parser, into);
        if (!room) {
            return Optional.of(TOO_MANY);
        }
        return parser.nextToken() == null ? Optional.empty() : Optional.of("something follows the JSON object");
    }

    /** Reads up to the object's end; false if there are too many. */
    private boolean members(JsonParser parser, String prefix, int depth, RawEvent into) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            if (!settle(parser, into)) {
                return false;
            }
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (prefix.isEmpty() && sources.skipped().contains(name)) {
                skip(parser, name, value);
            } else if (value == JsonToken.START_OBJECT && depth < DEEPEST) {
                String inner = prefix.isEmpty() && sources.flattened().contains(name) ? "" : prefix + name + ".";
                if (!members(parser, inner, depth + 1, into)) {
                    return false;
                }
            } else if (value != JsonToken.VALUE_NULL) {
                begin(parser, prefix.isEmpty() ? name : prefix + name, value);
            }
        }
        return settle(parser, into);
    }

    /** What only repeats the others, unless it is all that there is. */
    private void skip(JsonParser parser, String name, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING && sources.xml().contains(name)) {
            xml.take(name, parser.getText());
        }
        parser.skipChildren();
    }

    private boolean row(JsonParser parser, RawEvent into) throws IOException {
        int column = 0;
        for (JsonToken value = parser.nextToken(); value != JsonToken.END_ARRAY; value = parser.nextToken()) {
            if (!settle(parser, into)) {
                return false;
            }
            if (value != JsonToken.VALUE_NULL && column < columns.size()) {
                begin(parser, columns.get(column), value);
            } else {
                parser.skipChildren();
            }
            column++;
        }
        return settle(parser, into);
    }

    private void begin(JsonParser parser, String name, JsonToken value) throws IOException {
        pendingName = name;
        pendingStart = position(parser);
        pendingForm = value == JsonToken.VALUE_STRING ? Form.JSON_STRING : Form.JSON_OTHER;
        parser.skipChildren();
    }

    private int position(JsonParser parser) {
        return from + (int) parser.currentTokenLocation().getByteOffset();
    }

    /** The value begun ends where the white space and the comma before this token begin. */
    private boolean settle(JsonParser parser, RawEvent into) {
        if (pendingStart < 0) {
            return true;
        }
        int end = position(parser);
        while ((bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) || bytes[end - 1] == ',') {
            end--;
        }
        int start = pendingStart;
        pendingStart = -1;
        boolean maybeObject =
                pendingForm == Form.JSON_STRING && sources.embedded().contains(pendingName);
        return maybeObject ? text(start, end, into) : into.add(pendingName, bytes, start, end, pendingForm);
    }

    private boolean text(int start, int end, RawEvent into) {
        inner.clear();
        inner.addJsonString(bytes, start + 1, end - 1);
        byte[] text = inner.copy();
        Embedded embedded = new Embedded(sources);
        if (embedded.holds(pendingName, text, 0, text.length)) {
            return embedded.read(pendingName, text, 0, text.length, into).isEmpty();
        }
        return into.add(pendingName, bytes, start, end, Form.JSON_STRING);
    }
}
