package dev.harrier.assess;

import dev.harrier.evidence.Quote;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A row of {@code severity-weights.tsv}.
 *
 * @param signal its name
 * @param group of which only the weightiest signal counts
 * @param points added, or taken away
 * @param why for people
 */
record SeverityWeight(String signal, String group, int points, String why) {
    static Map<String, SeverityWeight> shipped() {
        return Table.rows("severity-weights.tsv").stream()
                .map(row -> new SeverityWeight(row[0], row[1], Integer.parseInt(row[2]), row[3]))
                .collect(Collectors.toMap(SeverityWeight::signal, Function.identity()));
    }

    /** Whether an article can say it: what sort of article it is, and its lid, are not said. */
    boolean isEvidence() {
        return !group.equals("base") && !group.equals("cap");
    }

    Reason reason(Optional<Quote> quote) {
        return new Reason(points, why, quote);
    }
}
