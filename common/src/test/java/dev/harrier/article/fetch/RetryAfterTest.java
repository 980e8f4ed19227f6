package dev.harrier.article.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant ANSWERED = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void secondsAndDatesAreUnderstood() {
        assertThat(RetryAfter.of(" 120 ", null)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.of("Sun, 01 Mar 2026 13:00:00 GMT", ANSWERED)).contains(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "soon", "99999999999999999999", "1.5", "Sun, 01 Mar 2026 11:00:00 GMT", "٣"})
    void anythingElseIsNoRequest(String header) {
        assertThat(RetryAfter.of(header, ANSWERED)).isEmpty();
    }
}
