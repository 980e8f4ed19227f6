package dev.harrier.splunk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splunk's relative times that lie back (Search Reference, "Time modifiers"): {@code -1mon}, {@code -7d@d}. What they snap to is
 * left out, which makes them later by less than the unit. No text, and 0, are all time.
 */
final class RelativeTime {
    private static final Pattern BACK = Pattern.compile("-(\\d{1,6})([a-z]{1,8})(@.*)?");

    private RelativeTime() {}

    /** The moment that a text names; empty for one that we can't read. */
    static Optional<Instant> before(Instant now, String text) {
        if (text.isBlank() || text.equals("0")) {
            return Optional.of(Instant.EPOCH);
        }
        Matcher matcher = BACK.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? back(now.atZone(ZoneOffset.UTC), Long.parseLong(matcher.group(1)), matcher.group(2))
                        .map(ZonedDateTime::toInstant)
                : Optional.empty();
    }

    private static Optional<ZonedDateTime> back(ZonedDateTime now, long number, String unit) {
        return switch (unit) {
            case "s", "sec", "secs", "second", "seconds" -> Optional.of(now.minusSeconds(number));
            case "m", "min", "mins", "minute", "minutes" -> Optional.of(now.minusMinutes(number));
            case "h", "hr", "hrs", "hour", "hours" -> Optional.of(now.minusHours(number));
            case "d", "day", "days" -> Optional.of(now.minusDays(number));
            case "w", "week", "weeks" -> Optional.of(now.minusWeeks(number));
            case "mon", "month", "months" -> Optional.of(now.minusMonths(number));
            case "q", "qtr", "qtrs", "quarter", "quarters" -> Optional.of(now.minusMonths(3 * number));
            case "y", "yr", "yrs", "year", "years" -> Optional.of(now.minusYears(number));
            default -> Optional.empty();
        };
    }
}
