package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code <Event>} elements, as wevtutil and the Event Viewer write them. */
final class XmlRecords implements RecordReader {
    private static final List<String> AROUND = List.of("</Events", "<Events", "<?", "<!--");
    private static final int LONGEST_WORD = 8;

    private final EventXml events;

    XmlRecords(EventSources sources) {
        this.events = new EventXml(sources);
    }

    @Override
    public Optional<String> read(byte[] bytes, int from, int to, RawEvent into) {
        return XmlCut.isEvent(bytes, from, to)
                ? events.read(bytes, from, to, Set.of(), into)
                : Optional.of("no <Event> element");
    }

    /** The element around all events, where it ends or begins anew, and what XML has beside elements. */
    @Override
    public boolean isComment(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, Math.min(to - from, LONGEST_WORD), UTF_8);
        return AROUND.stream().anyMatch(text::startsWith);
    }
}
