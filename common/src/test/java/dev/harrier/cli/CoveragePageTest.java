package dev.harrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.SourceCoverage;
import dev.harrier.measure.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What {@code coverage} shows. */
class CoveragePageTest {
    private static final Window WINDOW =
            new Window(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-08T00:00:00Z"));
    private static final Optional<Instant> LATE = Optional.of(Instant.parse("2026-11-07T23:58:00Z"));
    private static final Optional<Instant> LONG_AGO = Optional.of(Instant.parse("2026-11-05T21:00:00Z"));

    private final CoveragePage page = new CoveragePage(WINDOW);

    @Test
    void eachSourceIsBelowItsKindWithHowFarItIsBehind() {
        page.add(
                "corp",
                EventKind.PROCESS_CREATION,
                new Coverage(EventKind.PROCESS_CREATION, 950, 40, LATE),
                List.of(
                        new SourceCoverage("XmlWinEventLog", 900, 38, LATE),
                        new SourceCoverage("linux_audit", 50, 2, LONG_AGO)),
                hunts(3, 0, Map.of()));

        assertThat(lines("process creation")).singleElement().asString().contains("950", "40", "2 min", "3");
        assertThat(lines("XmlWinEventLog")).singleElement().asString().contains("900", "38", "2 min");
        assertThat(lines("linux_audit")).singleElement().asString().contains("50", "2026-11-05T21:00:00Z", "2 d 3 h");
    }

    @Test
    void huntsWhoseOwnSourceIsSilentAreCountedWithTheReason() {
        String why = "no macos source reports process creation events, only linux_audit";
        page.add(
                "corp",
                EventKind.PROCESS_CREATION,
                new Coverage(EventKind.PROCESS_CREATION, 50, 2, LATE),
                List.of(),
                hunts(5, 1, Map.of(why, 2L)));

        assertThat(lines("process creation")).anyMatch(line -> line.endsWith("2 blind, 1 can't be said there"));
        assertThat(page.text()).endsWith("corp: " + why + ": 2 of 9 hunts are blind");
    }

    @Test
    void nothingAtAllIsBlindAndSaysWhatItWouldUnlock() {
        page.add(
                "corp",
                EventKind.DNS_QUERY,
                new Coverage(EventKind.DNS_QUERY, 0, 0, Optional.empty()),
                List.of(),
                hunts(4, 1, Map.of()));

        assertThat(lines("dns query")).anyMatch(line -> line.endsWith("blind"));
        assertThat(page.text()).endsWith("corp: dns query events would unlock 3 of 9 hunts");
    }

    @Test
    void noAnswerIsNeitherEventsNorNone() {
        page.unanswered("corp", EventKind.DNS_QUERY, 4);

        assertThat(lines("dns query"))
                .singleElement()
                .asString()
                .contains("?", "4")
                .endsWith("no answer");
        assertThat(page.text()).doesNotContain("unlock", "blind");
    }

    @Test
    void noHuntIsSaidInWords() {
        assertThat(page.text()).isEqualTo("no hunt goes to these targets: there is nothing to look for");
    }

    private static CoveragePage.Needing hunts(long ofKind, long unsaid, Map<String, Long> silent) {
        return new CoveragePage.Needing(9, ofKind, unsaid, new TreeMap<>(silent));
    }

    private List<String> lines(String word) {
        return page.text().lines().filter(line -> line.contains(word)).toList();
    }
}
