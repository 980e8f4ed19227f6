package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.CorrelatedHunt;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.sigma.Correlation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Renders correlations: the rows of the rules that it names, then what is asked of their times. */
record CorrelationRenderer(CorrelatedHunt hunt, Profile profile) {
    Rendering render() {
        if (hunt.least().isEmpty()) {
            return new Rendering.Unsupported(
                    "around every event there is a stretch of time that holds at most, or exactly,"
                            + " so many; only gt and gte can be asked");
        }
        try {
            return KqlRenderer.within(new Rendering.Rendered(text()));
        } catch (UnsupportedInKqlException e) {
            return new Rendering.Unsupported(e.getMessage());
        }
    }

    private String text() {
        CorrelatedTimes times = new CorrelatedTimes(hunt, KqlDialect.export(profile) ? "Timestamp" : "TimeGenerated");
        Correlation.Type type = hunt.correlation().type();
        return switch (type) {
            case EVENT_COUNT -> times.events(merged());
            case VALUE_COUNT -> times.values(merged());
            case TEMPORAL -> times.values(several());
            case TEMPORAL_ORDERED -> times.chain(several());
        };
    }

    private String merged() {
        Logic.Detection all = hunt.merged()
                .orElseThrow(
                        () -> new UnsupportedInKqlException("the rules look at different logs or fields: an event that"
                                + " both find would be counted twice"));
        return rows(all, 0);
    }

    /** The rows of every rule, each with the rule's number. */
    private String several() {
        List<String> parts = IntStream.range(0, hunt.parts().size())
                .mapToObj(i -> rows(hunt.parts().get(i), i) + "\n| extend " + CorrelatedTimes.VALUE + " = \"" + (i + 1)
                        + "\"" + "\n| project " + String.join(", ", new CorrelatedTimes(hunt, time()).columns()))
                .toList();
        return parts.stream()
                .map(p -> "(" + p.replace("\n", "\n    ") + ")")
                .collect(Collectors.joining(",\n    ", "union\n    ", ""));
    }

    private String time() {
        return KqlDialect.export(profile) ? "Timestamp" : "TimeGenerated";
    }

    /** The first of the profile's tables that has the events and the fields that they share. */
    private String rows(Logic.Detection detection, int part) {
        List<String> reasons = new ArrayList<>();
        for (TableMapping mapping : KqlTables.of(detection, profile, fields(part))) {
            try {
                return new KqlText(detection, mapping, profile, true)
                        .text(new CorrelatedTimes(hunt, time()).fields(part));
            } catch (UnsupportedInKqlException e) {
                reasons.add(e.getMessage());
            }
        }
        throw new UnsupportedInKqlException(
                reasons.isEmpty()
                        ? KqlRenderer.noTable(detection, profile)
                        : String.join("; ", reasons.stream().distinct().toList()));
    }

    private List<String> fields(int part) {
        return List.copyOf(new CorrelatedTimes(hunt, time()).fields(part).values());
    }
}
