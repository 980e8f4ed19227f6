package dev.harrier.hunt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of every kind of event, read once from {@code event-model.tsv}. Each kind has, besides its own, {@link #TIME},
 * {@link #COMPUTER} and {@link #USER}. Immutable and thread-safe.
 */
public final class EventModel {
    /** When it happened, UTC. */
    public static final String TIME = "EventTime";
    /** The host that reported it. */
    public static final String COMPUTER = "Computer";
    /** The account that did it, {@code DOMAIN\name} or {@code name}. */
    public static final String USER = "User";
    /** The whole text of an event, in which Sigma's keywords are looked for: the field without a name. */
    public static final String TEXT = "";

    private static final EventModel SHIPPED = read();

    private final Map<EventKind, List<EventField>> fields;
    private final Map<EventKind, Map<String, EventField>> byName = new EnumMap<>(EventKind.class);

    private EventModel(Map<EventKind, List<EventField>> fields) {
        this.fields = fields;
        fields.forEach((kind, list) -> {
            Map<String, EventField> names = new HashMap<>();
            list.forEach(field -> names.putIfAbsent(field.name(), field));
            byName.put(kind, names);
        });
    }

    /** The model that ships with Harrier. */
    public static EventModel shipped() {
        return SHIPPED;
    }

    /** All fields of a kind, the three common ones first, then in the file's order. */
    public List<EventField> fields(EventKind kind) {
        return fields.get(kind);
    }

    /** A field by its exact Sigma name. */
    public Optional<EventField> field(EventKind kind, String name) {
        return Optional.ofNullable(byName.get(kind).get(name));
    }

    private static EventModel read() {
        Map<EventKind, List<EventField>> fields = new EnumMap<>(EventKind.class);
        for (EventKind kind : EventKind.values()) {
            fields.put(kind, common(kind));
        }
        try (InputStream in = EventModel.class.getResourceAsStream("event-model.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    EventField field = parse(line);
                    fields.get(field.kind()).add(field);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fields.replaceAll((kind, list) -> List.copyOf(list));
        return new EventModel(fields);
    }

    private static List<EventField> common(EventKind kind) {
        List<EventField> list = new ArrayList<>();
        list.add(new EventField(kind, TIME, FieldType.TIME));
        list.add(new EventField(kind, COMPUTER, FieldType.STRING));
        list.add(new EventField(kind, USER, FieldType.STRING));
        return list;
    }

    private static EventField parse(String line) {
        List<String> cells = List.of(line.split("\t", -1));
        EventKind kind = EventKind.ofCategory(cells.get(0))
                .orElseThrow(() -> new IllegalStateException("event-model.tsv names an unknown kind: " + line));
        return new EventField(kind, cells.get(1), FieldType.valueOf(cells.get(2)));
    }
}
