package dev.harrier.dialect;

import static java.util.Objects.requireNonNull;

/** What a dialect's own text means in SQL. */
public sealed interface Translation {
    /** One DuckDB SELECT statement, without a trailing semicolon. */
    record Translated(String sql) implements Translation {
        public Translated {
            requireNonNull(sql, "sql is null");
        }
    }

    /** Outside the documented subset, or no such language: 1-based place, and what was met. */
    record Unsupported(String reason, int line, int column) implements Translation {
        public Unsupported {
            requireNonNull(reason, "reason is null");
        }
    }
}
