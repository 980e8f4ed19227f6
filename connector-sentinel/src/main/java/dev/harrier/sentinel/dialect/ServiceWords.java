package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.LintFinding;

/** What the query service says of a query, as a finding. */
public final class ServiceWords {
    private ServiceWords() {}

    /**
     * An error, code KQL024.
     *
     * @param line 1-based
     * @param column 1-based
     */
    public static LintFinding refused(String said, int line, int column) {
        return KqlCheck.KQL024.rule().at(line, column, said);
    }
}
