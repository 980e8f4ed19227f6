package dev.harrier.splunk.dialect;

import dev.harrier.dialect.CorrelatedHunt;
import dev.harrier.hunt.Logic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The events of rules on different logs: {@code multisearch}, which streams and, unlike {@code append}, has no limit of rows.
 *
 * @param searches one per rule, in brackets
 */
record SeveralSearches(CorrelatedHunt hunt, List<String> searches) {
    /**
     * Searches of raw events.
     *
     * @throws Unsayable if there is none for a rule
     */
    static SeveralSearches of(CorrelatedHunt hunt, SplOptions options) {
        List<String> searches = new ArrayList<>();
        for (int i = 0; i < hunt.parts().size(); i++) {
            searches.add(search(hunt, i, options));
        }
        return new SeveralSearches(hunt, searches);
    }

    private static String search(CorrelatedHunt hunt, int part, SplOptions options) {
        Logic.Detection detection = hunt.parts().get(part);
        RawPlace place = RawPlace.of(detection).orElseGet(() -> RawPlace.anywhere(detection));
        List<String> values = new ArrayList<>(List.of(CorrelatedTail.step(part) + "=_time"));
        for (String group : hunt.correlation().groupBy()) {
            String column = place.columns().of(hunt.field(group, part)).column();
            values.add(FieldName.inEval(group) + "=" + place.columns().inEval(column));
        }
        String text =
                RawRenderer.events(detection.condition(), place, options) + "\n| eval " + String.join(", ", values);
        return "    [" + text.replace("\n", "\n    ") + "]";
    }

    String text() {
        List<String> groups = hunt.correlation().groupBy();
        String present = groups.stream()
                .map(g -> FieldName.inEval(g) + "!=\"\"")
                .collect(Collectors.joining(" AND ", "\n| where ", ""));
        return "| multisearch\n" + String.join("\n", searches) + (groups.isEmpty() ? "" : present)
                + new CorrelatedTail(hunt, groups).inOrder();
    }
}
