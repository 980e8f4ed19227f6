package dev.harrier.connector;

import dev.harrier.measure.Hits;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * One process creation that a contract test wants a target to hold.
 *
 * @param time UTC
 * @param host reporting it
 * @param user who did it
 * @param matches whether the contract's hunt must find it, that is whether its command line holds {@link ConnectorContract#NEEDLE}
 */
public record Sighting(Instant time, String host, String user, boolean matches) {
    /** A command line that fits {@link #matches}. */
    public String commandLine() {
        return matches ? "tool.exe --run " + ConnectorContract.NEEDLE + " now" : "tool.exe --help";
    }

    /** What the contract's hunt must count over these. */
    public static Hits hits(List<Sighting> sightings) {
        List<Sighting> found = sightings.stream().filter(Sighting::matches).toList();
        return new Hits(
                found.size(),
                found.stream().map(Sighting::host).distinct().count(),
                found.stream().map(Sighting::user).distinct().count(),
                found.stream()
                        .map(s -> s.time().atZone(ZoneOffset.UTC).toLocalDate())
                        .distinct()
                        .count(),
                time(found, 0),
                time(found, found.size() - 1));
    }

    private static Optional<Instant> time(List<Sighting> found, int index) {
        return found.stream()
                .map(Sighting::time)
                .sorted()
                .skip(Math.max(index, 0))
                .findFirst();
    }
}
