package dev.harrier.article.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date, which counts from the server's own clock. */
final class RetryAfter {
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /**
     * Reads the header.
     *
     * @param answered when the server says that it answered, null when it doesn't say
     * @return more than nothing, or empty
     */
    static Optional<Duration> of(String header, Instant answered) {
        String value = header.strip();
        boolean seconds = !value.isEmpty()
                && value.length() <= MOST_DIGITS
                && value.chars().allMatch(c -> c >= '0' && c <= '9');
        Optional<Duration> wait = seconds
                ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                : date(value).flatMap(date -> Optional.ofNullable(answered).map(from -> Duration.between(from, date)));
        return wait.filter(time -> !time.isZero() && !time.isNegative());
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
