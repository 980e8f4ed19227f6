package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;

/**
 * The field of a record that may hold the whole event as XML: Splunk's {@code _raw} of events that its add-on keeps as XML. Its
 * fields join the record's own once those are known. For one thread.
 */
final class RawXml {
    private final EventSources sources;
    private Optional<EventXml> events = Optional.empty();
    private byte[] pending = new byte[0];

    RawXml(EventSources sources) {
        this.sources = sources;
    }

    /** Forgets the record before. */
    void clear() {
        pending = new byte[0];
    }

    /** Whether this is such a field, with XML in it. */
    boolean holds(String field, byte[] text, int from, int to) {
        return sources.xml().contains(field) && XmlCut.isEvent(text, from, to);
    }

    /** Keeps the field's value if it is XML. */
    boolean take(String field, String text) {
        byte[] bytes = text.strip().getBytes(UTF_8);
        boolean xml = holds(field, bytes, 0, bytes.length);
        pending = xml ? bytes : pending;
        return xml;
    }

    /** Keeps the field's value, which is XML. */
    void take(byte[] text, int from, int to) {
        pending = Arrays.copyOfRange(text, from, to);
    }

    /** Adds the kept XML's fields, but for those that the record has under the same name. */
    Optional<String> addTo(RawEvent event) {
        if (pending.length == 0) {
            return Optional.empty();
        }
        if (events.isEmpty()) {
            events = Optional.of(new EventXml(sources));
        }
        return events.get().read(pending, 0, pending.length, event.names(), event);
    }
}
