package dev.harrier.hunt.sigma;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a Sigma rule says about the logs that it reads, as written. */
public record LogSource(Optional<String> category, Optional<String> product, Optional<String> service) {
    public LogSource {
        requireNonNull(category, "category is null");
        requireNonNull(product, "product is null");
        requireNonNull(service, "service is null");
    }

    /** For people, for example {@code windows/process_creation}. */
    @Override
    public String toString() {
        return Stream.of(product, category, service).flatMap(Optional::stream).collect(Collectors.joining("/"));
    }
}
