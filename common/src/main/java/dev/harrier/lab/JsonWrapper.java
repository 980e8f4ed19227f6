package dev.harrier.lab;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object around an array of events, as the interfaces of SIEMs answer: Advanced hunting's {@code Results}, Azure's {@code records}
 * and {@code value}, CloudTrail's {@code Records}, Splunk's {@code results}, Log Analytics' {@code tables} of columns and rows.
 *
 * @param end where the array's elements begin
 * @param columns what the elements hold, where these are rows; else empty
 */
record JsonWrapper(int end, List<String> columns) {
    private static final Set<String> ARRAYS = Set.of("Results", "results", "records", "Records", "value", "rows");

    JsonWrapper {
        columns = List.copyOf(columns);
    }

    /** Finds one at the beginning of the bytes, if the array begins within them. */
    static Optional<JsonWrapper> in(byte[] start, int from) {
        try (JsonParser parser = JsonRecords.JSON.createParser(start, from, start.length - from)) {
            return find(parser, from);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonWrapper> find(JsonParser parser, int from) throws IOException {
        List<String> columns = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            String name = parser.currentName();
            int depth = depth(parser);
            if (token == JsonToken.START_ARRAY && ARRAYS.contains(String.valueOf(name)) && depth == wanted(name)) {
                int end = from + (int) parser.currentTokenLocation().getByteOffset() + 1;
                JsonToken element = parser.nextToken();
                boolean rows = "rows".equals(name);
                return element == (rows ? JsonToken.START_ARRAY : JsonToken.START_OBJECT)
                        ? Optional.of(new JsonWrapper(end, rows ? columns : List.of()))
                        : Optional.empty();
            }
            if (token == JsonToken.VALUE_STRING && depth == 5 && "name".equals(name)) {
                columns.add(parser.getText());
            }
            if (token == JsonToken.END_OBJECT && depth == 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Rows are in an array of tables, and so two levels further in. */
    private static int wanted(String name) {
        return name.equals("rows") ? 4 : 2;
    }

    private static int depth(JsonParser parser) {
        return parser.getParsingContext().getNestingDepth();
    }

    EventFormat format(long line) {
        return columns.isEmpty()
                ? EventFormat.array(EventFormat.Enclosure.OBJECT, line)
                : EventFormat.rows(columns, line);
    }
}
