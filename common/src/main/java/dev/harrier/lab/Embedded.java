package dev.harrier.lab;

import java.util.Optional;

/** Fields whose text is itself a JSON object, as in exports of dynamic columns. For one thread. */
final class Embedded {
    private final EventSources sources;
    private final JsonRecords objects;

    Embedded(EventSources sources) {
        this.sources = sources;
        this.objects = new JsonRecords(sources);
    }

    boolean holds(String field, byte[] text, int from, int to) {
        return to - from > 1
                && text[from] == '{'
                && text[to - 1] == '}'
                && sources.embedded().contains(field);
    }

    /** Adds the object's members; what is no object after all stays a text. */
    Optional<String> read(String field, byte[] text, int from, int to, RawEvent into) {
        int before = into.size();
        String prefix = sources.flattened().contains(field) ? "" : field + ".";
        if (objects.object(text, from, to, prefix, into).isPresent()) {
            into.shrink(before);
            into.add(field, text, from, to, RawEvent.Form.TEXT);
        }
        return Optional.empty();
    }
}
