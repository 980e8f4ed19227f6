package dev.harrier.lab;

import dev.harrier.hunt.EventField;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Logic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes events that a detection must hit, and near misses by negating each clause in turn. Deterministic; every event is checked
 * directly against the condition before it is given out, so that a hunt no event can be made for shows as such.
 */
public final class EventMaker {
    private static final String LOGON_ID = "EventID";
    private static final long SUCCESSFUL_LOGON = 4624;
    private static final int PAIRINGS = 7;
    private static final int MOST_HITS = 300;
    private static final int MOST_MISSES = 600;
    private static final int MOST_MISSES_PER_CLAUSE = 16;
    private static final int MOST_HITS_PER_FIELD = 4;

    private final Logic.Detection detection;
    private final Set<Map<String, Object>> hits = new LinkedHashSet<>();
    private final Set<Map<String, Object>> misses = new LinkedHashSet<>();

    private EventMaker(Logic.Detection detection) {
        this.detection = detection;
    }

    /** Makes them; no hit means that none could be made. */
    public static MadeEvents of(Logic.Detection detection) {
        EventMaker maker = new EventMaker(detection);
        for (int shift = 1; shift <= PAIRINGS && (maker.hits.isEmpty() || shift == 1); shift++) {
            Alternatives.of(detection.condition(), shift).forEach(maker::alternative);
        }
        return new MadeEvents(List.copyOf(maker.hits), List.copyOf(maker.misses));
    }

    private void alternative(List<ClauseTest> clauses) {
        if (hits.size() >= MOST_HITS) {
            return;
        }
        Optional<Map<String, Object>> hit = events(clauses, Optional.empty())
                .map(this::complete)
                .filter(this::meets)
                .findFirst();
        if (hit.isPresent()) {
            hits.add(hit.get());
            otherHits(clauses, hit.get());
            clauses.forEach(clause -> nearMisses(clauses, clause));
        }
    }

    /** The same in other letters, and field by field with other values that fit: what a stricter query would miss. */
    private void otherHits(List<ClauseTest> clauses, Map<String, Object> hit) {
        Stream<Map<String, Object>> others = clauses.stream()
                .map(ClauseTest::field)
                .distinct()
                .flatMap(field -> events(clauses, Optional.of(field))
                        .map(this::complete)
                        .filter(this::meets)
                        .limit(MOST_HITS_PER_FIELD));
        Stream.concat(Stream.of(recased(hit)), others)
                .takeWhile(event -> hits.size() < MOST_HITS)
                .forEach(hits::add);
    }

    private Map<String, Object> recased(Map<String, Object> hit) {
        Map<String, Object> recased = hit;
        for (Map.Entry<String, Object> field : hit.entrySet()) {
            if (field.getValue() instanceof String text) {
                Map<String, Object> event = with(recased, field.getKey(), NearTexts.swappedCase(text));
                recased = meets(event) ? event : recased;
            }
        }
        return recased;
    }

    private void nearMisses(List<ClauseTest> clauses, ClauseTest clause) {
        List<ClauseTest> changed = new ArrayList<>(clauses);
        changed.set(clauses.indexOf(clause), clause.flipped());
        events(changed, Optional.of(clause.field()))
                .map(this::complete)
                .filter(event -> !meets(event))
                .limit(MOST_MISSES_PER_CLAUSE)
                .takeWhile(event -> misses.size() < MOST_MISSES)
                .forEach(misses::add);
    }

    /** With the event id that every recorded logon has and raw searches ask for, unless the condition minds. */
    private Map<String, Object> complete(Map<String, Object> event) {
        if (detection.kind() != EventKind.LOGON || event.containsKey(LOGON_ID)) {
            return event;
        }
        Map<String, Object> complete = with(event, LOGON_ID, SUCCESSFUL_LOGON);
        return meets(complete) == meets(event) ? complete : event;
    }

    private boolean meets(Map<String, Object> event) {
        return detection.condition().accept(new ConditionCheck(event));
    }

    /** Events whose fields pass their clauses; {@code varied} takes every value that fits, the others their first. */
    private Stream<Map<String, Object>> events(List<ClauseTest> clauses, Optional<String> varied) {
        Map<String, List<ClauseTest>> byField = new LinkedHashMap<>();
        clauses.forEach(clause -> byField.computeIfAbsent(clause.field(), field -> new ArrayList<>())
                .add(clause));
        Map<String, Object> base = new TreeMap<>();
        for (Map.Entry<String, List<ClauseTest>> field : byField.entrySet()) {
            if (!varied.equals(Optional.of(field.getKey()))) {
                values(field.getKey(), field.getValue(), base)
                        .findFirst()
                        .ifPresent(value -> put(base, field.getKey(), value));
            }
        }
        return varied.map(field -> values(field, byField.get(field), base).map(value -> with(base, field, value)))
                .orElse(Stream.of(base));
    }

    /** Values, as the field's type, that pass all clauses beside the fields set so far. */
    private Stream<Object> values(String field, List<ClauseTest> clauses, Map<String, Object> base) {
        return Stream.concat(FieldValues.candidates(clauses), others(clauses, base))
                .distinct()
                .filter(text -> Digests.canBe(field, text))
                .flatMap(text -> typed(field, text).stream())
                .filter(value -> clauses.stream().allMatch(clause -> passes(with(base, field, value), clause)));
    }

    private static Stream<String> others(List<ClauseTest> clauses, Map<String, Object> base) {
        return clauses.stream()
                .flatMap(clause -> clause.test() instanceof FieldTest.EqualsField equal
                        ? Stream.of(String.valueOf(base.getOrDefault(equal.other(), "")))
                        : Stream.empty());
    }

    private static boolean passes(Map<String, Object> event, ClauseTest clause) {
        return new ConditionCheck(event).passes(clause.field(), clause.test()) == clause.wanted();
    }

    private Optional<Object> typed(String field, String text) {
        Optional<EventField> known = EventModel.shipped().field(detection.kind(), field);
        if (known.isEmpty() && detection.kind() == EventKind.OTHER && !field.equals(EventModel.TEXT)) {
            return Optional.of(text);
        }
        if (text.isEmpty() || known.isEmpty()) {
            return known.map(found -> "");
        }
        return switch (known.get().type()) {
            case INTEGER -> number(text);
            case BOOLEAN ->
                text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
                        ? Optional.of(Boolean.valueOf(text))
                        : Optional.empty();
            case STRING, PATH, ADDRESS, TIME -> Optional.of(text);
        };
    }

    private static Optional<Object> number(String text) {
        OptionalLong number = Numbers.read(text);
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private static Map<String, Object> with(Map<String, Object> base, String field, Object value) {
        Map<String, Object> event = new TreeMap<>(base);
        put(event, field, value);
        return event;
    }

    private static void put(Map<String, Object> event, String field, Object value) {
        if (value.equals("")) {
            event.remove(field);
        } else {
            event.put(field, value);
        }
    }
}
