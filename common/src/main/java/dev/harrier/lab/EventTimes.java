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

    /** The same as of the text as a {@code String}, sooner. */
    static OptionalLong micros(ByteText text) {
        byte[] bytes = text.bytes();
        if (!isPlainIso(bytes, text.length())) {
            return micros(text.toString());
        }
        try {
            long days = LocalDate.of(number(bytes, 0, 4), number(bytes, 5, 7), number(bytes, 8, 10))
                    .toEpochDay();
            long seconds = clock(number(bytes, 11, 13), number(bytes, 14, 16), number(bytes, 17, 19));
            return OptionalLong.of((days * 86_400 + seconds) * 1_000_000 + fraction(bytes, text.length()));
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /** {@code 2026-11-01 10:00:00}, perhaps with T, a fraction and Z: as most logs write it. */
    private static boolean isPlainIso(byte[] bytes, int length) {
        if (length < 19 || bytes[4] != '-' || bytes[7] != '-' || bytes[13] != ':' || bytes[16] != ':') {
            return false;
        }
        int end = bytes[length - 1] == 'Z' ? length - 1 : length;
        boolean fraction = end == 19 || (end > 20 && bytes[19] == '.' && Numbers.areDigits(bytes, 20, end));
        return fraction
                && (bytes[10] == ' ' || bytes[10] == 'T')
                && Numbers.areDigits(bytes, 0, 4)
                && Numbers.areDigits(bytes, 5, 7)
                && Numbers.areDigits(bytes, 8, 10)
                && Numbers.areDigits(bytes, 11, 13)
                && Numbers.areDigits(bytes, 14, 16)
                && Numbers.areDigits(bytes, 17, 19);
    }

    private static int number(byte[] bytes, int from, int to) {
        return (int) Numbers.digits(bytes, from, to);
    }

    private static long fraction(byte[] bytes, int length) {
        long micros = 0;
        for (int i = 20; i < 26; i++) {
            micros = micros * 10 + (i < length && bytes[i] != 'Z' ? bytes[i] - '0' : 0);
        }
        return micros;
    }

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
        } catch (DateTimeException | ArithmeticException | NumberFormatException | IndexOutOfBoundsException e) {
            return OptionalLong.empty();
        }
    }

    private static long iso(String text) {
        int end = endOfClock(text);
        long days = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        long seconds = clock(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
        return (days * 86_400 + seconds - offsetSeconds(text, end)) * 1_000_000 + fraction(text, end);
    }

    /** Seconds since midnight; a day's last second may be its 61st, and its end 24:00. */
    private static long clock(int hour, int minute, int second) {
        if (hour > 24 || minute > 59 || second > 60) {
            throw new DateTimeException("no time of day");
        }
        return hour * 3600L + minute * 60L + second;
    }

    /** Month first; twelve hours, or 24 without AM and PM. */
    private static long portal(String text) {
        int month = text.indexOf('/');
        int day = text.indexOf('/', month + 1);
        int hour = text.indexOf(' ') + 1;
        int minute = text.indexOf(':', hour);
        int blank = text.indexOf(' ', hour);
        int end = blank < 0 ? text.length() : blank;
        LocalDate date =
                LocalDate.of(number(text, day + 1, day + 5), number(text, 0, month), number(text, month + 1, day));
        int hours = hours(number(text, hour, minute), text.substring(end));
        long seconds = clock(hours, number(text, minute + 1, minute + 3), number(text, minute + 4, minute + 6));
        return (date.toEpochDay() * 86_400 + seconds) * 1_000_000 + portalFraction(text, minute + 6, end);
    }

    private static int hours(int written, String half) {
        return switch (half) {
            case "" -> written;
            case " AM" -> written % 12;
            case " PM" -> written % 12 + 12;
            default -> throw new NumberFormatException(half);
        };
    }

    private static long portalFraction(String text, int dot, int end) {
        if (dot < end && text.charAt(dot) != '.') {
            throw new NumberFormatException(text);
        }
        return dot >= end ? 0 : fraction("0".repeat(19) + text.substring(dot, end), 19 + end - dot);
    }

    private static int endOfClock(String text) {
        int end = 19;
        if (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == ',')) {
            end++;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    private static boolean isDigit(char next) {
        return next >= '0' && next <= '9';
    }

    private static long fraction(String text, int end) {
        long micros = 0;
        for (int i = 20; i < 26; i++) {
            micros = micros * 10 + (i < end ? number(text, i, i + 1) : 0);
        }
        return micros;
    }

    /** What stands behind the clock is an offset or the whole is no time: a guess would be hours wrong. */
    private static long offsetSeconds(String text, int end) {
        String offset = text.substring(end).strip();
        if (offset.isEmpty() || offset.equals("Z")) {
            return 0;
        }
        int minutes = offset.startsWith(":", 3) ? 4 : 3;
        if ("+-".indexOf(offset.charAt(0)) < 0 || !(minutes == offset.length() || minutes + 2 == offset.length())) {
            throw new NumberFormatException(text);
        }
        long seconds =
                clock(number(offset, 1, 3), minutes == offset.length() ? 0 : number(offset, minutes, minutes + 2), 0);
        return offset.charAt(0) == '-' ? -seconds : seconds;
    }

    /** Of digits only: a sign within a time would make another of it. */
    private static int number(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                throw new NumberFormatException(text);
            }
        }
        return Integer.parseInt(text, from, to, 10);
    }

    private static OptionalLong epoch(String text) {
        int dot = text.indexOf('.');
        long whole = Long.parseLong(text, 0, dot < 0 ? text.length() : dot, 10);
        if (whole >= SECONDS_UNTIL_5138) {
            return OptionalLong.of(Math.multiplyExact(whole, 1000L));
        }
        return OptionalLong.of(Math.multiplyExact(whole, 1_000_000L)
                + (dot < 0 ? 0 : fraction("0".repeat(19) + text.substring(dot), 19 + text.length() - dot)));
    }
}
