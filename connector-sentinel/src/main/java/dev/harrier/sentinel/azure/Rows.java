package dev.harrier.sentinel.azure;

import com.azure.monitor.query.models.LogsQueryResult;
import com.azure.monitor.query.models.LogsQueryResultStatus;
import com.azure.monitor.query.models.LogsTableCell;
import com.azure.monitor.query.models.LogsTableRow;
import dev.harrier.connector.ConnectorException.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SDK's result as an outcome. A partial result doesn't throw in the SDK, so its status is asked for. */
final class Rows {
    private Rows() {}

    static QueryOutcome outcome(LogsQueryResult result) {
        List<LogsTableRow> rows = rows(result);
        boolean whole = result.getQueryResultStatus() == LogsQueryResultStatus.SUCCESS;
        if (!whole && rows.isEmpty()) {
            return QueryOutcome.failed(Kind.UNAVAILABLE, "the query failed: " + reason(result));
        }
        Optional<String> partial = whole ? Optional.empty() : Optional.of("the result is partial: " + reason(result));
        return QueryOutcome.answered(rows.stream().map(Rows::cells).toList(), partial);
    }

    private static List<LogsTableRow> rows(LogsQueryResult result) {
        boolean none = result.getAllTables() == null || result.getAllTables().isEmpty();
        return none ? List.of() : result.getAllTables().get(0).getRows();
    }

    private static String reason(LogsQueryResult result) {
        if (result.getError() == null) {
            return "no reason given";
        }
        return result.getError().getMessage() + " (" + result.getError().getCode() + ")";
    }

    private static Map<String, String> cells(LogsTableRow row) {
        Map<String, String> cells = new HashMap<>();
        for (LogsTableCell cell : row.getRow()) {
            String value = cell.getValueAsString();
            if (value != null) {
                cells.put(cell.getColumnName(), value);
            }
        }
        return cells;
    }
}
