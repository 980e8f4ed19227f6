package dev.harrier.dialect;

import static java.util.Objects.requireNonNull;

/**
 * How long a query may be that a SIEM keeps and runs on a schedule.
 *
 * @param characters UTF-16 code units, at least 1
 * @param source who says so, for people
 */
public record QueryLimit(int characters, String source) {
    public QueryLimit {
        requireNonNull(source, "source is null");
        if (characters < 1) {
            throw new IllegalArgumentException("a query has characters, not " + characters);
        }
    }
}
