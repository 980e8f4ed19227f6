package dev.harrier.lab;

import dev.harrier.hunt.EventKind;
import java.util.Locale;
import java.util.Optional;

/** Makes rows of a chunk's records. For one thread at a time, one chunk after the other. */
final class ChunkReader {
    private static final String TOO_LONG = "longer than " + Chunks.LONGEST_RECORD + " bytes";

    private final EventSources sources = EventSources.shipped();
    private final OriginShapes origins = new OriginShapes(sources);
    private final RawEvent event = sources.newEvent();
    private final EventFormat format;
    private final RecordReader reader;
    private final String name;
    private boolean objectEnded;

    ChunkReader(EventFormat format, String name) {
        this.format = format;
        this.reader = format.newReader(sources);
        this.name = name;
    }

    /** Reads a chunk; lines are counted from its beginning. */
    RowBatch read(Chunk chunk) {
        objectEnded = false;
        LoadTally tally = new LoadTally(name);
        RowBatch batch = new RowBatch(tally);
        if (chunk.tooLong()) {
            tally.line();
            tally.bad(1, TOO_LONG);
            batch.newlines(chunk.newlines());
        } else {
            batch.newlines(records(chunk, batch));
        }
        return batch;
    }

    private long records(Chunk chunk, RowBatch batch) {
        byte[] bytes = chunk.bytes();
        long line = 1;
        int next = 0;
        while (next < chunk.length()) {
            int start = next;
            next = format.cut().end(bytes, start, chunk.length(), true);
            int begin = format.start(bytes, start, next);
            line += newlines(bytes, start, begin);
            int end = format.end(bytes, begin, next);
            if (begin < end && !batch.closed()) {
                record(bytes, begin, end, line, batch);
            } else if (begin < end && !isRest(bytes[begin])) {
                batch.tally().bad(line, EventFormat.FOLLOWS);
                return line - 1 + newlines(bytes, begin, chunk.length());
            }
            line += newlines(bytes, begin, next);
        }
        return line - 1;
    }

    private long newlines(byte[] bytes, int from, int to) {
        if (format.cut() == RecordCuts.LINES) {
            return to > from && bytes[to - 1] == '\n' ? 1 : 0;
        }
        long count = 0;
        for (int i = from; i < to; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** Whether this is of the objects around the array that has ended; one that begins behind a closing brace is another. */
    private boolean isRest(byte first) {
        boolean rest = format.enclosure() == EventFormat.Enclosure.OBJECT && !(objectEnded && first == '{');
        objectEnded |= first == '}';
        return rest;
    }

    private void record(byte[] bytes, int from, int to, long line, RowBatch batch) {
        if (format.closes(bytes, from)) {
            batch.close();
        } else if (reader.isComment(bytes, from, to)) {
            if (reader.ends(bytes, from, to)) {
                batch.breakOff(line);
            }
        } else {
            batch.tally().line();
            problem(bytes, from, to, batch).ifPresent(reason -> batch.tally().bad(line, reason));
        }
    }

    private Optional<String> problem(byte[] bytes, int from, int to, RowBatch batch) {
        if (to - from > Chunks.LONGEST_RECORD) {
            return Optional.of(TOO_LONG);
        }
        if (!Utf8.isValid(bytes, from, to)) {
            return Optional.of("broken text: not UTF-8");
        }
        event.clear();
        return reader.read(bytes, from, to, event).or(() -> place(batch));
    }

    /** Takes one record, whatever it is; says so if it is none that can be placed in time. */
    private Optional<String> place(RowBatch batch) {
        OriginShapes.Known origin = origins.of(event);
        if (origin.shape().isEmpty()) {
            return unknown(origin.key(), batch);
        }
        EventShape shape = origin.shape().get();
        if (!batch.add(event, shape)) {
            return Optional.of("no readable event time");
        }
        noteProcessHost(shape, batch);
        return Optional.empty();
    }

    private static Optional<String> unknown(String key, RowBatch batch) {
        if (key.equals("/")) {
            return Optional.of("no event id: not a record that the lab knows");
        }
        batch.tally().other(key);
        return Optional.empty();
    }

    private void noteProcessHost(EventShape shape, RowBatch batch) {
        if (shape.kind() != EventKind.PROCESS_CREATION) {
            return;
        }
        if (shape.source().equals(EventShape.SYSMON_PROCESS)) {
            batch.sysmonHosts().add(host(shape));
        } else if (shape.source().equals(EventShape.SECURITY_PROCESS)) {
            batch.securityHosts().add(host(shape));
        }
    }

    private String host(EventShape shape) {
        return shape.host().read(event).toLowerCase(Locale.ROOT);
    }
}
