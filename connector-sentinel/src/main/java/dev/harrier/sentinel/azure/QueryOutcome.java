package dev.harrier.sentinel.azure;

import dev.harrier.connector.ConnectorException.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a query came to.
 *
 * @param rows each row's cells as text by column, null cells left out
 * @param failure why the service answered nothing
 * @param partial why the rows are a lower bound only
 * @param kind with a failure: what kind of it
 * @param unresolved with a failure: the table, column or function that the workspace doesn't know, if that is why
 * @param scanned the bytes that the service read for it, where it tells
 */
public record QueryOutcome(
        List<Map<String, String>> rows,
        Optional<String> failure,
        Optional<String> partial,
        Optional<Kind> kind,
        Optional<String> unresolved,
        OptionalLong scanned) {
    public QueryOutcome {
        rows = rows.stream().map(Map::copyOf).toList();
    }

    /** Where nobody tells what was read. */
    public QueryOutcome(
            List<Map<String, String>> rows,
            Optional<String> failure,
            Optional<String> partial,
            Optional<String> unresolved) {
        this(rows, failure, partial, Optional.empty(), unresolved, OptionalLong.empty());
    }

    QueryOutcome reading(OptionalLong bytes) {
        return new QueryOutcome(rows, failure, partial, kind, unresolved, bytes);
    }

    /** The first row's cells; none without a row. */
    public Map<String, String> row() {
        return rows.isEmpty() ? Map.of() : rows.get(0);
    }

    /** Whether all rows are there. */
    public boolean whole() {
        return failure.isEmpty() && partial.isEmpty();
    }

    /** What was asked without a service: all of it is known. */
    public static QueryOutcome known(Map<String, String> row) {
        return answered(List.of(row), Optional.empty());
    }

    static QueryOutcome failed(Kind kind, String why) {
        return failed(kind, why, Optional.empty());
    }

    static QueryOutcome rejected(String why, Optional<String> unresolved) {
        return failed(Kind.REJECTED_QUERY, why, unresolved);
    }

    private static QueryOutcome failed(Kind kind, String why, Optional<String> unresolved) {
        return new QueryOutcome(
                List.of(), Optional.of(why), Optional.empty(), Optional.of(kind), unresolved, OptionalLong.empty());
    }

    static QueryOutcome answered(List<Map<String, String>> rows, Optional<String> partial) {
        return new QueryOutcome(rows, Optional.empty(), partial, Optional.empty());
    }
}
