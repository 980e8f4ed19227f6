package dev.harrier.cli;

import dev.harrier.measure.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The stretch of time that is searched. */
final class TimeOptions {
    @Option(
            names = "--since",
            paramLabel = "INSTANT",
            description = "Search from here (UTC, like 2026-11-01T00:00:00Z).")
    private Instant since;

    @Option(names = "--until", paramLabel = "INSTANT", description = "Search up to here, exclusive.")
    private Instant until;

    Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    Optional<Instant> until() {
        return Optional.ofNullable(until);
    }

    /** As asked, else a lab's whole span, else the last seven days. */
    Window window(Optional<Window> span, Clock clock) {
        Instant end = until != null ? until : span.map(Window::to).orElseGet(clock::instant);
        Instant start = since != null ? since : span.map(Window::from).orElse(end.minus(Duration.ofDays(7)));
        return new Window(start, end);
    }
}
