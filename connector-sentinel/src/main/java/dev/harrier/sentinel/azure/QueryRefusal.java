package dev.harrier.sentinel.azure;

import static java.util.Objects.requireNonNull;

/**
 * What the service has against a query.
 *
 * @param text its innermost diagnostic, with its code (SYN0002, SEM0100 …)
 * @param line 1-based
 * @param column 1-based
 */
public record QueryRefusal(String text, int line, int column) {
    public QueryRefusal {
        requireNonNull(text, "text is null");
        line = Math.max(1, line);
        column = Math.max(1, column);
    }
}
