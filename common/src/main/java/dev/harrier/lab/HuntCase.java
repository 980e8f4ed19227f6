package dev.harrier.lab;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.Hunt;
import java.util.List;

/** A hunt and the events that an analyst keeps for it. */
public record HuntCase(Hunt hunt, List<Fixture> fixtures) {
    public HuntCase {
        requireNonNull(hunt, "hunt is null");
        fixtures = List.copyOf(fixtures);
    }
}
