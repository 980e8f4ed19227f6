package dev.harrier.hunt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Seeded events of the event model: {@code String}, {@code Long} and {@code Boolean} values by Sigma's names; absent fields are
 * not in the map, and no value is null or empty. {@link #near} makes events that a detection often matches or only just misses.
 * {@link EventModel#TIME} is left to the caller. The same seed and calls give the same events. Not thread-safe.
 */
public final class RandomEvents {
    private final Random random;
    private final RandomTexts texts;

    public RandomEvents(long seed) {
        this.random = new Random(seed);
        this.texts = new RandomTexts(random);
    }

    /** Any event of a kind; one field in five is absent. */
    public Map<String, Object> next(EventKind kind) {
        Map<String, Object> event = new LinkedHashMap<>();
        for (EventField field : EventModel.shipped().fields(kind)) {
            if (field.type() != FieldType.TIME && random.nextInt(5) > 0) {
                event.put(field.name(), value(field.type()));
            }
        }
        return event;
    }

    /** An event into which values that a detection's tests ask for were planted, some of them slightly spoilt. */
    public Map<String, Object> near(Logic.Detection detection) {
        Map<String, Object> event = next(detection.kind());
        detection.condition().accept(new Planter(event, detection.kind()));
        event.values().removeIf(v -> v.toString().isEmpty());
        return event;
    }

    private Object value(FieldType type) {
        return switch (type) {
            case INTEGER -> texts.number();
            case BOOLEAN -> random.nextBoolean();
            case ADDRESS -> texts.address();
            case STRING, PATH, TIME -> texts.text();
        };
    }

    private String instance(FieldTest.Like like) {
        String text = like.pattern().parts().stream().map(this::instance).collect(Collectors.joining());
        return spoilt(like.cased() && random.nextInt(3) > 0 ? text : recased(text));
    }

    private String instance(TextPattern.Part part) {
        if (part instanceof TextPattern.Literal literal) {
            return literal.text();
        }
        return part == TextPattern.Wildcard.ANY_RUN && random.nextBoolean()
                ? ""
                : texts.pick(List.of("q", "é", "\\", "日"));
    }

    private String recased(String text) {
        return switch (random.nextInt(4)) {
            case 0 -> text.toUpperCase(Locale.ROOT);
            case 1 -> text.toLowerCase(Locale.ROOT);
            default -> text;
        };
    }

    private String spoilt(String text) {
        return switch (random.nextInt(8)) {
            case 0 -> text + "x";
            case 1 -> text.isEmpty() ? text : text.substring(0, text.offsetByCodePoints(text.length(), -1));
            default -> text;
        };
    }

    private final class Planter implements Condition.Visitor<Void> {
        private final Map<String, Object> event;
        private final EventKind kind;

        Planter(Map<String, Object> event, EventKind kind) {
            this.event = event;
            this.kind = kind;
        }

        @Override
        public Void all(Condition.All all) {
            all.parts().forEach(p -> p.accept(this));
            return null;
        }

        @Override
        public Void any(Condition.Any any) {
            return texts.pick(any.parts()).accept(this);
        }

        @Override
        public Void not(Condition.Not not) {
            return random.nextInt(4) == 0 ? not.part().accept(this) : null;
        }

        @Override
        public Void match(Condition.Match match) {
            FieldType type = EventModel.shipped()
                    .field(kind, match.field())
                    .map(EventField::type)
                    .orElse(FieldType.STRING);
            if (match.test() instanceof FieldTest.Like like && (type == FieldType.STRING || type == FieldType.PATH)) {
                event.put(match.field(), instance(like));
            } else if (match.test() instanceof FieldTest.Like like && type == FieldType.ADDRESS) {
                like.pattern().exact().ifPresent(address -> event.put(match.field(), address));
            } else if (match.test() instanceof FieldTest.Compare compare && type == FieldType.INTEGER) {
                event.put(match.field(), compare.value() + random.nextInt(-1, 2));
            } else if (match.test() instanceof FieldTest.EqualsField equals && event.containsKey(equals.other())) {
                event.put(match.field(), event.get(equals.other()));
            }
            return null;
        }
    }
}
