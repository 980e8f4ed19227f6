package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.lab.RawEvent.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads rows of delimited cells: CSV (RFC 4180), Zeek's and W3C's logs. A row with more or fewer cells than columns is broken. */
final class DelimitedRecords implements RecordReader {
    private static final String OPEN_QUOTE = "a quote is not closed";

    private final TableHeading heading;
    private final List<byte[]> absent;
    private final Embedded embedded;
    private final RawXml xml;

    DelimitedRecords(TableHeading heading, EventSources sources) {
        this.heading = heading;
        this.absent =
                heading.absent().stream().map(text -> text.getBytes(UTF_8)).toList();
        this.embedded = new Embedded(sources);
        this.xml = new RawXml(sources);
    }

    /** The cells of one row, as texts; empty if it is broken. */
    static List<String> cells(byte[] bytes, int from, int to, byte delimiter) {
        Cells cells = new Cells(bytes, from, to, delimiter, true);
        List<String> texts = new ArrayList<>();
        while (cells.next()) {
            texts.add(new String(cells.home, cells.start, cells.end - cells.start, UTF_8));
        }
        return cells.broken ? List.of() : texts;
    }

    @Override
    public Optional<String> read(byte[] bytes, int from, int to, RawEvent into) {
        Cells cells = new Cells(bytes, from, to, heading.delimiter(), heading.quoted());
        xml.clear();
        int count = 0;
        Optional<String> problem = Optional.empty();
        while (cells.next()) {
            if (count < heading.columns().size() && problem.isEmpty()) {
                problem = add(heading.columns().get(count), cells, into);
            }
            count++;
        }
        if (cells.broken) {
            return Optional.of(OPEN_QUOTE);
        }
        if (count != heading.columns().size()) {
            return Optional.of(
                    count + " cells where the heading has " + heading.columns().size());
        }
        heading.constants().forEach(into::add);
        return problem.or(() -> xml.addTo(into));
    }

    private Optional<String> add(String column, Cells cells, RawEvent into) {
        if (cells.start == cells.end || isAbsent(cells)) {
            return Optional.empty();
        }
        if (embedded.holds(column, cells.home, cells.start, cells.end)) {
            return embedded.read(column, cells.home, cells.start, cells.end, into);
        }
        if (xml.holds(column, cells.home, cells.start, cells.end)) {
            xml.take(cells.home, cells.start, cells.end);
            return Optional.empty();
        }
        boolean room = into.add(column, cells.home, cells.start, cells.end, Form.TEXT);
        return room ? Optional.empty() : Optional.of("more than " + RawEvent.MOST_FIELDS + " fields");
    }

    private boolean isAbsent(Cells cells) {
        return absent.stream().anyMatch(a -> Arrays.equals(a, 0, a.length, cells.home, cells.start, cells.end));
    }

    @Override
    public boolean isComment(byte[] bytes, int from, int to) {
        return !heading.constants().isEmpty() && bytes[from] == '#';
    }

    /** The same log's heading again is harmless. */
    @Override
    public boolean ends(byte[] bytes, int from, int to) {
        String line = new String(bytes, from, Math.min(to - from, 1 << 16), UTF_8);
        return line.regionMatches(true, 0, "#fields", 0, "#fields".length())
                && !TableHeadings.columns(line, heading.delimiter()).equals(heading.columns());
    }

    /** Goes from cell to cell. */
    private static final class Cells {
        private final byte[] bytes;
        private final int to;
        private final byte delimiter;
        private final boolean quoted;
        private int next;
        private byte[] home;
        private int start;
        private int end;
        private boolean broken;

        Cells(byte[] bytes, int from, int to, byte delimiter, boolean quoted) {
            this.bytes = bytes;
            this.home = bytes;
            this.next = from;
            this.to = to;
            this.delimiter = delimiter;
            this.quoted = quoted;
        }

        boolean next() {
            if (next > to || broken) {
                return false;
            }
            home = bytes;
            if (quoted && next < to && bytes[next] == '"') {
                quotedCell();
            } else {
                start = next;
                end = indexOfDelimiter(next);
            }
            next = broken ? to : indexOfDelimiter(home == bytes ? end : next) + 1;
            return true;
        }

        private int indexOfDelimiter(int from) {
            int at = from;
            while (at < to && bytes[at] != delimiter) {
                at++;
            }
            return at;
        }

        /** Up to the quote that is not followed by another; pairs of quotes become one. */
        private void quotedCell() {
            start = next + 1;
            int at = start;
            boolean pairs = false;
            while (at < to && (bytes[at] != '"' || (at + 1 < to && bytes[at + 1] == '"'))) {
                pairs |= bytes[at] == '"';
                at += bytes[at] == '"' ? 2 : 1;
            }
            broken = at >= to;
            end = Math.min(at, to);
            next = end;
            if (pairs && !broken) {
                unpair();
            }
        }

        private void unpair() {
            byte[] single = new byte[end - start];
            int length = 0;
            for (int i = start; i < end; i++) {
                single[length++] = bytes[i];
                i += bytes[i] == '"' ? 1 : 0;
            }
            home = single;
            start = 0;
            end = length;
        }
    }
}
