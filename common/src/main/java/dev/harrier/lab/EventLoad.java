package dev.harrier.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Reads one input into the tables, all of it or nothing. Chunks are read by several threads, and blocks of them inserted by two in
 * turn, so that a load gives the same tables every time. For one use.
 */
final class EventLoad {
    private final String name;
    private final WhenCutShort whenCutShort;
    private final LoadTally tally;
    private final int threads;
    private long linesBefore;
    private boolean closed;
    private boolean whole;
    private boolean told;

    /**
     * A load.
     *
     * @param threads that read, besides those that insert
     */
    EventLoad(String name, WhenCutShort whenCutShort, int threads) {
        this.name = name;
        this.whenCutShort = whenCutShort;
        this.tally = new LoadTally(name);
        this.threads = threads;
    }

    LoadReport run(InputStream in, Database database) throws SQLException {
        EventInput input = begun(in);
        linesBefore = input.format().line() - 1;
        whole = input.format().enclosure() == EventFormat.Enclosure.ARRAY;
        try (EventWriter writer = new EventWriter(database, tally)) {
            Optional<String> cutShort = read(input, writer);
            writer.finish();
            return tally.report(cutShort);
        }
    }

    private EventInput begun(InputStream in) {
        try {
            return EventInput.of(in);
        } catch (IOException e) {
            throw new LabException(LabException.Kind.UNREADABLE, name + " can't be read: " + reason(e), e);
        }
    }

    private Optional<String> read(EventInput input, EventWriter writer) throws SQLException {
        Chunks chunks = new Chunks(input.bytes(), input.format().cut());
        try (ChunkReaders readers = new ChunkReaders(input.format(), name, threads)) {
            readers.read(chunks, batch -> write(batch, writer));
            return input.format().enclosure() != EventFormat.Enclosure.NONE && !closed
                    ? Optional.of(cutShort("the JSON array has no end", null))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(cutShort(reason(e), e));
        }
    }

    private void write(RowBatch batch, EventWriter writer) throws SQLException, IOException {
        if (closed) {
            follows(batch);
            return;
        }
        writer.write(batch, linesBefore);
        if (batch.brokenOff().isPresent()) {
            linesBefore += batch.brokenOff().getAsLong() - 1;
            throw new IOException("other columns begin there; split the file");
        }
        linesBefore += batch.newlines();
        closed = batch.closed();
    }

    /** Other members of the object around an array are no loss; events are. */
    private void follows(RowBatch batch) {
        boolean lost = whole ? batch.tally().lines() > 0 : !batch.shapes().isEmpty();
        if (!told && lost) {
            told = true;
            tally.bad(linesBefore + 1, EventFormat.FOLLOWS);
        }
    }

    private String cutShort(String reason, IOException cause) {
        String message = name + " breaks off after line " + linesBefore + ": " + reason;
        if (whenCutShort == WhenCutShort.DISCARD) {
            throw new LabException(LabException.Kind.CUT_SHORT, message + "; nothing of it was loaded", cause);
        }
        return message;
    }

    private static String reason(IOException e) {
        return e instanceof JsonProcessingException json ? json.getOriginalMessage() : String.valueOf(e.getMessage());
    }
}
