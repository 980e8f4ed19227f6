package dev.harrier.splunk.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The width of a time bucket. The lab's reader lives in UTC, so that a day's bucket starts where Splunk's does for such a reader.
 *
 * @param seconds more than 0
 */
record Span(long seconds) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})([a-z]*)");
    private static final Map<String, Long> UNITS = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("s", 1L),
            Map.entry("sec", 1L),
            Map.entry("secs", 1L),
            Map.entry("m", 60L),
            Map.entry("min", 60L),
            Map.entry("mins", 60L),
            Map.entry("h", 3600L),
            Map.entry("hr", 3600L),
            Map.entry("hour", 3600L),
            Map.entry("d", 86400L),
            Map.entry("day", 86400L));

    static Span of(Token token) {
        Matcher matcher = WRITTEN.matcher(token.value().toLowerCase(Locale.ROOT));
        if (!matcher.matches() || !UNITS.containsKey(matcher.group(2)) || Long.parseLong(matcher.group(1)) == 0) {
            throw new SyntaxProblem("the span " + token.value() + " is not in the translated subset", token.start());
        }
        return new Span(Long.parseLong(matcher.group(1)) * UNITS.get(matcher.group(2)));
    }

    Sql floor(Sql number) {
        return new Sql("(floor(" + number.asNumber().text() + " / " + seconds + ") * " + seconds + ")", Type.NUMBER);
    }
}
