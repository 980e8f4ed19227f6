package dev.harrier.lab;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * Reads the times that event records hold, quickly: ISO 8601 with T or a space, epoch seconds or milliseconds, PowerShell's {@code
 * /Date(…)/}, and Azure's portal's {@code 11/1/2026, 10:00:00.000 AM}.
 */
final class EventTimes {
    private static final long SECONDS_UNTIL_5138 = 100_000_000_000L;

    private EventTimes() {}

    /** Microseconds since the epoch, UTC; a time without an offset is taken as UTC. Empty if it is no time. */
    static OptionalLong micros(String text) {
        try {
            if (text.length() > 10 && text.charAt(4) == '-') {
                return OptionalLong.of(iso(text));
            }
            if (text.startsWith("/Date(")) {
                return OptionalLong.of(Math.multiplyExact(Long.parseLong(text, 6, text.indexOf(')'), 10), 1000L));
            }
            return text.indexOf('/') > 0 ? OptionalLong.of(portal(text)) : epoch(text);
        } catch (DateTimeException | ArithmeticException | NumberFormatException | StringIndexOutOfBoundsException e) {
            return OptionalLong.empty();
        }
    }

    private static long iso(String text) {
        int end = endOfClock(text);
        long days = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        long seconds = number(text, 11, 13) * 3600L + number(text, 14, 16) * 60L + number(text, 17, 19);
        return (days * 86_400 + seconds - offsetSeconds(text, end)) * 1_000_000 + fraction(text, end);
    }

    /** Month first, twelve hours. */
    private static long portal(String text) {
        int month = text.indexOf('/');
        int day = text.indexOf('/', month + 1);
        int hour = text.indexOf(' ') + 1;
        int minute = text.indexOf(':', hour);
        int end = text.indexOf(' ', hour);
        LocalDate date =
                LocalDate.of(number(text, day + 1, day + 5), number(text, 0, month), number(text, month + 1, day));
        long hours = (number(text, hour, minute) % 12) + (text.startsWith("PM", end + 1) ? 12L : 0L);
        long seconds = hours * 3600 + number(text, minute + 1, minute + 3) * 60L + number(text, minute + 4, minute + 6);
        return (date.toEpochDay() * 86_400 + seconds) * 1_000_000 + portalFraction(text, minute + 7, end);
    }

    private static long portalFraction(String text, int from, int end) {
        return from >= end ? 0 : fraction("0".repeat(20) + text.substring(from, end), 20 + end - from);
    }

    private static int endOfClock(String text) {
        int end = 19;
        while (end < text.length() && (text.charAt(end) == '.' || Character.isDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static long fraction(String text, int end) {
        long micros = 0;
        for (int i = 20; i < 26; i++) {
            micros = micros * 10 + (i < end ? text.charAt(i) - '0' : 0);
        }
        return micros;
    }

    private static long offsetSeconds(String text, int end) {
        if (end == text.length() || text.charAt(end) == 'Z') {
            return 0;
        }
        int sign = text.charAt(end) == '-' ? -1 : 1;
        int minutes = text.length() >= end + 5 ? number(text, text.length() - 2, text.length()) : 0;
        return sign * (number(text, end + 1, end + 3) * 3600L + minutes * 60L);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static OptionalLong epoch(String text) {
        int dot = text.indexOf('.');
        long whole = Long.parseLong(text, 0, dot < 0 ? text.length() : dot, 10);
        if (whole >= SECONDS_UNTIL_5138) {
            return OptionalLong.of(whole * 1000);
        }
        return OptionalLong.of(whole * 1_000_000
                + (dot < 0 ? 0 : fraction("0".repeat(19) + text.substring(dot), 19 + text.length() - dot)));
    }
}
