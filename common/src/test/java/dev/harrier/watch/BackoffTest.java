package dev.harrier.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration EVERY = Duration.ofMinutes(30);

    private final Backoff backoff = new Backoff(EVERY, new SplittableRandom(7));

    @Test
    void eachFailureDoublesTheWaitUpToADay() {
        for (int failures = 0; failures < 40; failures++) {
            Duration whole = Duration.ofMinutes(30L << Math.min(failures, 10));
            Duration most = whole.compareTo(Backoff.LONGEST) < 0 ? whole : Backoff.LONGEST;
            assertThat(backoff.after(failures, Optional.empty())).isBetween(most.dividedBy(2), most);
        }
    }

    @Test
    void whatTheServerAsksForIsHonouredUpToADay() {
        assertThat(backoff.after(0, Optional.of(Duration.ofHours(3)))).isEqualTo(Duration.ofHours(3));
        assertThat(backoff.after(0, Optional.of(Duration.ofDays(9999)))).isEqualTo(Backoff.LONGEST);
        assertThat(backoff.after(0, Optional.of(Duration.ofSeconds(1)))).isGreaterThan(Duration.ofMinutes(14));
    }

    @Test
    void roundsAreSpread() {
        Set<Duration> rounds = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Duration round = backoff.round();
            assertThat(round).isBetween(Duration.ofMinutes(27), Duration.ofMinutes(33));
            rounds.add(round);
        }
        assertThat(rounds).hasSizeGreaterThan(90);
    }
}
