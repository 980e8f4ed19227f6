package dev.harrier.article.fetch;

import java.util.Optional;

/** What one request gave: something fetched, or else another place to look. */
record Answer(Optional<Fetched> fetched, String location) {
    static Answer redirect(String location) {
        return new Answer(Optional.empty(), location);
    }

    static Answer of(Fetched fetched) {
        return new Answer(Optional.of(fetched), "");
    }
}
