package dev.harrier.hunt;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which logs a Sigma rule reads, as its {@code logsource} says. Immutable. */
public record LogSource(Optional<String> category, Optional<String> product, Optional<String> service) {
    public LogSource {
        requireNonNull(category, "category is null");
        requireNonNull(product, "product is null");
        requireNonNull(service, "service is null");
    }

    /** The log source that a kind of event is named after; nothing at all for {@link EventKind#OTHER}. */
    public static LogSource of(EventKind kind) {
        Optional<String> category = kind == EventKind.OTHER ? Optional.empty() : Optional.of(kind.category());
        return new LogSource(category, kind.product(), Optional.empty());
    }

    /** For people, for example {@code windows/process_creation}. */
    @Override
    public String toString() {
        return Stream.of(product, category, service).flatMap(Optional::stream).collect(Collectors.joining("/"));
    }
}
