package dev.harrier.cli;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** What one call of the program is called in the log of changes: its second, and something that tells it from others of that second. */
final class RunName {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunName() {}

    static String of(Clock clock) {
        return SECOND.format(clock.instant()) + "-"
                + UUID.randomUUID().toString().substring(0, 4);
    }
}
