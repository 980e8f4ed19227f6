package dev.harrier.splunk.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldType;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.Logic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the raw events of a detection are, and what their fields are called.
 *
 * @param terms the constraint in search terms; empty where only the index tells
 */
record RawPlace(Columns columns, String terms) {
    private static final String WINDOWS = "windows";
    private static final Set<String> COMMON = Set.of(EventModel.TIME, EventModel.COMPUTER, EventModel.USER);

    /** The place, if it is known. */
    static Optional<RawPlace> of(Logic.Detection detection) {
        return windows(detection)
                .or(() -> RawSources.terms(detection.source()).map(t -> new RawPlace(named(detection), t)));
    }

    /**
     * Any event of the indexes that has the fields.
     *
     * @throws Unsayable if no field is asked for that tells these events from all others
     */
    static RawPlace anywhere(Logic.Detection detection) {
        if (COMMON.containsAll(ConditionFields.of(detection.condition()))) {
            throw new Unsayable("no raw event source is known for " + detection.events()
                    + " events, and nothing that the condition asks for tells them from others");
        }
        return new RawPlace(named(detection), "");
    }

    /** A kind's own events are those of Windows, unless the rule is for another system. */
    private static Optional<RawPlace> windows(Logic.Detection detection) {
        return detection.source().product().orElse(WINDOWS).equals(WINDOWS)
                ? SplTables.raw(detection.kind())
                        .map(c -> new RawPlace(c, RawSource.of(c.mapping()).terms() + constants(c.mapping())))
                : Optional.empty();
    }

    /** What tells events of the kind from others with the same event code. */
    private static String constants(TableMapping mapping) {
        return new TreeMap<>(mapping.constants())
                .entrySet().stream()
                        .map(constant -> " "
                                + oneOf(constant.getKey(), constant.getValue().split("\\|")))
                        .collect(Collectors.joining());
    }

    private static String oneOf(String column, String[] values) {
        return values.length == 1
                ? column + "=\"" + values[0] + '"'
                : Stream.of(values)
                        .map(value -> '"' + value + '"')
                        .collect(Collectors.joining(", ", column + " IN (", ")"));
    }

    /** Fields as the log source names them. */
    private static Columns named(Logic.Detection detection) {
        LogSource source = detection.source();
        ColumnMapping host =
                new ColumnMapping(EventModel.COMPUTER, "host", ColumnMapping.Transform.IDENTITY, FieldType.STRING);
        return Columns.raw(new TableMapping(EventKind.OTHER, source.toString(), List.of(host), Map.of()));
    }
}
