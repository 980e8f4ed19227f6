package dev.harrier.watch;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.fetch.FetchException;
import dev.harrier.article.fetch.Fetched;
import dev.harrier.article.fetch.Validators;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks one host one thing at a time, with a pause between, and a host that asked for patience nothing until then. Used by one thread.
 */
final class PoliteWeb {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Pages pages;
    private final Clock clock;
    private final Pause pause;
    private final Map<String, Instant> free = new HashMap<>();

    PoliteWeb(Pages pages, Clock clock, Pause pause) {
        this.pages = requireNonNull(pages, "pages is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.pause = requireNonNull(pause, "pause is null");
    }

    /** Whether the host of an address asked to be left alone for longer than we wait. */
    boolean isHeld(String address) {
        return wait(address).compareTo(BETWEEN) > 0;
    }

    Fetched fetch(String address, Validators known) {
        Duration wait = wait(address);
        if (!wait.isNegative() && !wait.isZero()) {
            pause.sleep(wait);
        }
        Optional<Duration> asked = Optional.empty();
        try {
            return pages.fetch(address, known);
        } catch (FetchException e) {
            asked = e.retryAfter();
            throw e;
        } finally {
            Duration rest = asked.filter(time -> time.compareTo(BETWEEN) > 0).orElse(BETWEEN);
            free.put(host(address), clock.instant().plus(rest));
        }
    }

    private Duration wait(String address) {
        return Duration.between(clock.instant(), free.getOrDefault(host(address), Instant.EPOCH));
    }

    private static String host(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? address : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException none) {
            return address;
        }
    }
}
