package dev.harrier.sentinel;

import dev.harrier.connector.ConnectorException;
import dev.harrier.dialect.LintFinding;
import dev.harrier.measure.Window;
import dev.harrier.sentinel.azure.LogsQuery;
import dev.harrier.sentinel.azure.QueryRefusal;
import dev.harrier.sentinel.dialect.ServiceWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The query service's own parser, which knows the workspace's tables, functions and watchlists. It has no way to parse alone, so the query
 * is asked for no row of the last minute.
 */
final class QueryGrammar {
    private static final String NO_ROWS = "\n| take 0";

    private final LogsQuery logs;
    private final Clock clock;

    QueryGrammar(LogsQuery logs, Clock clock) {
        this.logs = logs;
        this.clock = clock;
    }

    /**
     * What it has against a query, places as in the query.
     *
     * @throws ConnectorException if there is no answer
     */
    List<LintFinding> findings(String query) {
        Instant now = clock.instant();
        return logs.refusal(query.stripTrailing() + NO_ROWS, new Window(now.minus(Duration.ofMinutes(1)), now))
                .map(QueryGrammar::finding)
                .map(List::of)
                .orElse(List.of());
    }

    private static LintFinding finding(QueryRefusal refusal) {
        return ServiceWords.refused(
                "the service rejects the query: " + refusal.text(), refusal.line(), refusal.column());
    }
}
