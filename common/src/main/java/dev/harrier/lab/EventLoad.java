package dev.harrier.lab;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/** Reads one input into the tables, within the caller's transaction. For one thread and one use. */
final class EventLoad {
    private static final JsonFactory JSON = new JsonFactory();

    private final String name;
    private final WhenCutShort whenCutShort;
    private final LoadTally tally;
    private final EventRecordReader reader = new EventRecordReader(EventSources.shipped());
    private final RawEvent event = EventSources.shipped().newEvent();

    EventLoad(String name, WhenCutShort whenCutShort) {
        this.name = name;
        this.whenCutShort = whenCutShort;
        this.tally = new LoadTally(name);
    }

    LoadReport run(InputStream in, DuckDBConnection connection) throws SQLException {
        try (EventWriter writer = new EventWriter(connection, tally)) {
            Optional<String> cutShort = read(in, writer);
            writer.finish();
            return tally.report(cutShort);
        }
    }

    private Optional<String> read(InputStream in, EventWriter writer) throws SQLException {
        Progress progress = new Progress();
        try {
            InputStream events = EventInput.unpacked(in);
            if (EventInput.peek(events) == '[') {
                array(events, writer, progress);
            } else {
                lines(events, writer, progress);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(cutShort(progress, e));
        }
    }

    private String cutShort(Progress progress, IOException e) {
        if (!progress.begun) {
            throw new LabException(LabException.Kind.UNREADABLE, name + " can't be read: " + reason(e), e);
        }
        String message = name + " breaks off after line " + progress.line + ": " + reason(e);
        if (whenCutShort == WhenCutShort.DISCARD) {
            throw new LabException(LabException.Kind.CUT_SHORT, message + "; nothing of it was loaded", e);
        }
        return message;
    }

    private static String reason(IOException e) {
        return e instanceof JsonProcessingException json ? json.getOriginalMessage() : String.valueOf(e.getMessage());
    }

    private void lines(InputStream in, EventWriter writer, Progress progress) throws IOException, SQLException {
        ByteLines lines = new ByteLines(in);
        progress.begun = true;
        while (lines.next()) {
            progress.line = lines.number();
            line(lines, writer);
        }
    }

    private void line(ByteLines lines, EventWriter writer) throws SQLException {
        if (isBlank(lines)) {
            return;
        }
        tally.line();
        if (lines.tooLong()) {
            tally.bad(lines.number(), "longer than " + ByteLines.LONGEST_LINE + " bytes");
            return;
        }
        event.clear();
        Optional<String> problem = parse(lines);
        if (problem.isPresent()) {
            tally.bad(lines.number(), problem.get());
        } else {
            writer.write(event, lines.number());
        }
    }

    private static boolean isBlank(ByteLines lines) {
        for (int i = lines.start(); i < lines.start() + lines.length(); i++) {
            if (lines.bytes()[i] > ' ' || lines.bytes()[i] < 0) {
                return false;
            }
        }
        return !lines.tooLong();
    }

    private Optional<String> parse(ByteLines lines) {
        try (JsonParser parser = JSON.createParser(lines.bytes(), lines.start(), lines.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.of("no JSON object");
            }
            reader.read(parser, event);
            return parser.nextToken() == null ? Optional.empty() : Optional.of("something follows the JSON object");
        } catch (JsonProcessingException e) {
            return Optional.of("broken JSON at column " + e.getLocation().getColumnNr());
        } catch (IOException e) {
            return Optional.of("broken text: " + e.getMessage());
        }
    }

    private void array(InputStream in, EventWriter writer, Progress progress) throws IOException, SQLException {
        try (JsonParser parser = JSON.createParser(in)) {
            parser.nextToken();
            progress.begun = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                progress.line = parser.currentTokenLocation().getLineNr();
                element(parser, writer, progress.line);
            }
            if (parser.nextToken() != null) {
                tally.bad(
                        parser.currentTokenLocation().getLineNr(), "something follows the JSON array and is not read");
            }
        }
    }

    private void element(JsonParser parser, EventWriter writer, long line) throws IOException, SQLException {
        tally.line();
        if (parser.currentToken() == null) {
            throw new IOException("the JSON array has no end");
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            tally.bad(line, "no JSON object");
            return;
        }
        event.clear();
        reader.read(parser, event);
        writer.write(event, line);
    }

    /** How far reading got, for errors. */
    private static final class Progress {
        private boolean begun;
        private long line;
    }
}
