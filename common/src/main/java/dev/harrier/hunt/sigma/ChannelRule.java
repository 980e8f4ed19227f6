package dev.harrier.hunt.sigma;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.FieldType;
import dev.harrier.hunt.Leaves;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.NormalForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule on a whole Windows channel (Security, System) of which we know some events: it is ours when its condition can only be
 * true of event ids that are one kind of ours. The id's test is then said by the kind, and left out where the kind has no such field.
 */
final class ChannelRule {
    static final String EVENT_ID = "EventID";
    static final String PROVIDER = "Provider_Name";

    private static final String SERVICE_CONTROL_MANAGER = "Service Control Manager";

    /** What a channel's rule may ask for although the kind says it already. */
    private static final Map<String, FieldType> ASKABLE =
            Map.of(EVENT_ID, FieldType.INTEGER, PROVIDER, FieldType.STRING);

    private ChannelRule() {}

    static boolean isChannel(LogSource source) {
        return !LogSources.eventIds(source).isEmpty();
    }

    static Optional<Logic.Detection> read(LogSource source, YamlNode.Mapping detection, Notes notes) {
        Map<Long, EventKind> ids = LogSources.eventIds(source);
        Set<Long> asked = new TreeSet<>();
        askedIds(detection, asked);
        List<EventKind> kinds = asked.stream().map(ids::get).distinct().toList();
        if (kinds.size() != 1 || kinds.get(0) == null) {
            return notes.unsupported(
                    "log source " + source + " with event ids " + asked + ": no one event kind of ours");
        }
        EventKind kind = kinds.get(0);
        return new DetectionReader(new KnownFields(kind, ASKABLE), notes)
                .read(detection)
                .flatMap(c -> ofKind(kind, c, notes));
    }

    private static void askedIds(YamlNode node, Set<Long> asked) {
        if (node instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> askedIds(item, asked));
        } else if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach((key, value) -> {
                if (key.equals(EVENT_ID)) {
                    numbers(value, asked);
                } else {
                    askedIds(value, asked);
                }
            });
        }
    }

    private static void numbers(YamlNode value, Set<Long> asked) {
        List<YamlNode> values = value instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(value);
        for (YamlNode item : values) {
            if (item instanceof YamlNode.Scalar scalar && scalar.isInteger()) {
                asked.add(Long.parseLong(scalar.text()));
            }
        }
    }

    private static Optional<Logic.Detection> ofKind(EventKind kind, Condition condition, Notes notes) {
        List<Condition> parts = condition instanceof Condition.All all ? all.parts() : List.of(condition);
        if (parts.stream().noneMatch(ChannelRule::asksForId)) {
            return notes.unsupported("log source with a condition that does not always ask for the event id");
        }
        boolean keepsId = EventModel.shipped().field(kind, EVENT_ID).isPresent();
        List<Condition> rest = new ArrayList<>(parts);
        rest.removeIf(part -> (!keepsId && asksForId(part)) || isProvider(part));
        return rest.isEmpty()
                ? notes.unsupported("every event of " + kind.category() + ": a condition that asks for nothing")
                : detection(kind, NormalForm.of(new Condition.All(rest)), notes);
    }

    private static Optional<Logic.Detection> detection(EventKind kind, Condition condition, Notes notes) {
        for (Condition.Match match : Leaves.of(condition)) {
            if (EventModel.shipped().field(kind, match.field()).isEmpty()) {
                return notes.unsupported("field " + match.field() + " is not in the event model of " + kind.category());
            }
        }
        return Optional.of(new Logic.Detection(kind, condition));
    }

    private static boolean asksForId(Condition part) {
        List<Condition> parts = part instanceof Condition.Any any ? any.parts() : List.of(part);
        return parts.stream()
                .allMatch(p -> p instanceof Condition.Match match
                        && match.field().equals(EVENT_ID)
                        && match.test() instanceof FieldTest.Compare compare
                        && compare.order() == FieldTest.Compare.Order.EQUAL);
    }

    private static boolean isProvider(Condition part) {
        return part instanceof Condition.Match match
                && match.field().equals(PROVIDER)
                && match.test() instanceof FieldTest.Like like
                && like.pattern().exact().equals(Optional.of(SERVICE_CONTROL_MANAGER));
    }
}
