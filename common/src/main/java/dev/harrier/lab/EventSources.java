package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.hunt.EventField;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code event-sources.tsv} says: which records are which kind of event, and how their fields are spelled. Immutable once read;
 * safe for several threads.
 */
final class EventSources {
    private static final EventSources SHIPPED = new EventSources();
    /** Stands in no text, so that what is on both sides of it can't be cut in another way. */
    private static final byte NO_UTF_8 = (byte) 0xff;

    private final Set<String> flattened = new HashSet<>();
    private final Set<String> skipped = new HashSet<>();
    private final Set<String> embedded = new HashSet<>();
    private final Set<String> xml = new HashSet<>();
    private final List<Signature> signatures = new ArrayList<>();
    private final Map<String, String> sourceByChannel = new HashMap<>();
    private final Map<String, String> idByChannel = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Map<String, Excluded> excluded = new HashMap<>();
    private final Map<String, EventKind> kinds = new LinkedHashMap<>();
    private final Map<String, Integer> slots = new HashMap<>();
    private final Map<String, EventShape> shapes = new HashMap<>();
    private List<Spelling> channelIn = List.of();
    private List<Spelling> idIn = List.of();

    private EventSources() {
        lines().forEach(this::line);
        kinds.forEach((key, kind) -> shapes.put(key, shape(key, kind)));
    }

    static EventSources shipped() {
        return SHIPPED;
    }

    Set<String> flattened() {
        return flattened;
    }

    Set<String> skipped() {
        return skipped;
    }

    /** Fields whose text may itself be an object. */
    Set<String> embedded() {
        return embedded;
    }

    /** Fields whose text may be a whole event as XML. */
    Set<String> xml() {
        return xml;
    }

    /** A field's slot in {@link #newEvent}. */
    int slotOf(String name) {
        return slots.getOrDefault(name, RawEvent.NO_SLOT);
    }

    RawEvent newEvent() {
        return new RawEvent(slots);
    }

    /** Adds what a record says of its channel and its id. */
    void originTo(ByteText to, RawEvent event) {
        firstTo(to, channelIn, event);
        to.add(NO_UTF_8);
        firstTo(to, idIn, event);
    }

    private static void firstTo(ByteText to, List<Spelling> spellings, RawEvent event) {
        int before = to.length();
        for (int i = 0; i < spellings.size() && to.length() == before; i++) {
            spellings.get(i).copyTo(event, to);
        }
    }

    /** Whether all records of this one's {@linkplain #originTo origin} have the same key, whatever else is in them. */
    boolean isToldByOrigin(RawEvent event) {
        String channel = channel(event);
        String source = sourceByChannel.get(channel);
        return source != null && !excluded.containsKey(source + "/" + id(event, channel));
    }

    private String id(RawEvent event, String channel) {
        String id = first(idIn, event);
        return id.isEmpty() ? idByChannel.getOrDefault(channel, "") : id;
    }

    private String channel(RawEvent event) {
        return first(channelIn, event).toLowerCase(Locale.ROOT);
    }

    /** The source of a record and its id, for example {@code sysmon/1} or {@code unknown channel/17}; also of no kind. */
    String key(RawEvent event) {
        String channel = channel(event);
        String id = id(event, channel);
        String source = sourceByChannel.getOrDefault(channel, "");
        if (source.isEmpty()) {
            Optional<String> signed = signed(event);
            if (signed.isPresent()) {
                return exactly(signed.get(), event);
            }
            source = channel.isEmpty() && kinds.containsKey("defender/" + id) ? "defender" : channel;
        }
        return exactly(source + "/" + id, event);
    }

    private String exactly(String key, RawEvent event) {
        Excluded exclusion = excluded.get(key);
        return exclusion == null ? key : exclusion.key(key, event);
    }

    private Optional<String> signed(RawEvent event) {
        return signatures.stream()
                .filter(signature -> signature.fits(event))
                .findFirst()
                .map(Signature::key);
    }

    /** How a record of that source becomes an event; empty if hunts look at no such event. */
    Optional<EventShape> shape(String key) {
        return Optional.ofNullable(shapes.get(key));
    }

    static String first(List<Spelling> spellings, RawEvent event) {
        for (Spelling spelling : spellings) {
            String value = spelling.read(event);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static List<String> lines() {
        try (InputStream in = EventSources.class.getResourceAsStream("event-sources.tsv")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        String[] cells = line.split("\t");
        switch (cells[0]) {
            case "flatten" -> flattened.add(cells[1]);
            case "embedded" -> embedded.add(cells[1]);
            case "xml" -> xml.add(cells[1]);
            case "signature" ->
                signatures.add(new Signature(
                        Arrays.stream(cells[1].split("&")).map(this::parse).toList(), cells[2] + "/" + cells[3]));
            case "skip" -> skipped.add(cells[1]);
            case "channel" -> sourceByChannel.put(cells[1], cells[2]);
            case "default" -> idByChannel.put(cells[1], cells[2]);
            case "where" -> where(cells[1], parse(cells[2]));
            case "except" -> excluded.put(cells[1] + "/" + cells[2], new Excluded(parse(cells[3]), cells[4]));
            case "event" ->
                kinds.put(
                        cells[1] + "/" + cells[2],
                        cells[3].equals(EventKind.OTHER.category())
                                ? EventKind.OTHER
                                : EventKind.ofCategory(cells[3]).orElseThrow());
            case "field" -> spellings.put(cells[1] + "/" + cells[2] + "/" + cells[3], cells[4]);
            default -> throw new IllegalStateException("event-sources.tsv: unknown line: " + line);
        }
    }

    private void where(String what, List<Spelling> places) {
        if (what.equals("channel")) {
            channelIn = places;
        } else {
            idIn = places;
        }
    }

    private EventShape shape(String key, EventKind kind) {
        return new EventShape(
                kind,
                key,
                EventModel.shipped().fields(kind).stream()
                        .map(field -> column(key, field))
                        .toList());
    }

    private EventShape.Column column(String key, EventField field) {
        String source = key.substring(0, key.indexOf('/'));
        for (String prefix : List.of(key, source + "/*", "*/*")) {
            String found = spellings.get(prefix + "/" + field.name());
            if (found != null) {
                return new EventShape.Column(field, parse(found));
            }
        }
        return new EventShape.Column(field, parse(field.name()));
    }

    private List<Spelling> parse(String alternatives) {
        return Arrays.stream(alternatives.split("\\|"))
                .map(text -> Spelling.parse(text, this::slot))
                .toList();
    }

    private int slot(String name) {
        return slots.computeIfAbsent(name, fresh -> slots.size());
    }
}
