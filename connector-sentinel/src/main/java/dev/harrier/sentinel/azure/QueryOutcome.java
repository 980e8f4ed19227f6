package dev.harrier.sentinel.azure;

import java.util.Map;
import java.util.Optional;

/**
 * What a query came to.
 *
 * @param row the one row's cells as text by column, null cells left out; empty without a row
 * @param failure why the service answered nothing
 * @param partial why the row is a lower bound only
 * @param unresolved with a failure: the table or column that the workspace doesn't know, if that is why
 */
public record QueryOutcome(
        Map<String, String> row, Optional<String> failure, Optional<String> partial, Optional<String> unresolved) {
    public QueryOutcome {
        row = Map.copyOf(row);
    }

    static QueryOutcome failed(String why) {
        return rejected(why, Optional.empty());
    }

    static QueryOutcome rejected(String why, Optional<String> unresolved) {
        return new QueryOutcome(Map.of(), Optional.of(why), Optional.empty(), unresolved);
    }

    static QueryOutcome answered(Map<String, String> row, Optional<String> partial) {
        return new QueryOutcome(row, Optional.empty(), partial, Optional.empty());
    }
}
