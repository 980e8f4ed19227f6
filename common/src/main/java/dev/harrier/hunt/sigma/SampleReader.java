package dev.harrier.hunt.sigma;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.QuerySample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads one sample of a native query. */
final class SampleReader {
    private final EventKind kind;
    private final Notes notes;

    private SampleReader(EventKind kind, Notes notes) {
        this.kind = kind;
        this.notes = notes;
    }

    /** Empty when a note says why. */
    static Optional<QuerySample> read(YamlNode node, EventKind kind, Notes notes) {
        return node instanceof YamlNode.Mapping mapping
                ? new SampleReader(kind, notes).sample(mapping)
                : notes.problem(node, "a sample must be a mapping of hit, about and series");
    }

    private Optional<QuerySample> sample(YamlNode.Mapping node) {
        StrictNode strict = new StrictNode(node, notes);
        strict.only(Set.of("hit", "about", "series"));
        Optional<String> hit = strict.text("hit").filter(Set.of("true", "false")::contains);
        Optional<String> about = strict.text("about");
        List<QuerySample.Series> series = new ArrayList<>();
        strict.sequence("series").forEach(item -> series(item).ifPresent(series::add));
        if (hit.isEmpty() || about.isEmpty()) {
            return notes.problem(node, "a sample says hit: true or hit: false, and what it is about");
        }
        return made(node, () -> new QuerySample(hit.get().equals("true"), about.get(), series));
    }

    private Optional<QuerySample.Series> series(YamlNode item) {
        if (!(item instanceof YamlNode.Mapping node)) {
            return notes.problem(item, "a series must be a mapping");
        }
        StrictNode strict = new StrictNode(node, notes);
        strict.only(Set.of("fields", "count", "every", "jitter", "after"));
        Map<String, String> fields = new TreeMap<>();
        strict.mapping("fields").ifPresent(named -> named.entries().keySet().forEach(name -> {
            known(named, name);
            new StrictNode(named, notes).text(name).ifPresent(text -> fields.put(name, text));
        }));
        int count = strict.has("count")
                ? (int) Math.min(Integer.MAX_VALUE, strict.whole("count").orElse(0L))
                : 1;
        Optional<Duration> every = strict.span("every", Duration.ZERO);
        Optional<Duration> jitter = strict.span("jitter", Duration.ZERO);
        Optional<Duration> after = strict.span("after", Duration.ZERO);
        return every.isEmpty() || jitter.isEmpty() || after.isEmpty()
                ? Optional.empty()
                : made(node, () -> new QuerySample.Series(fields, count, every.get(), jitter.get(), after.get()));
    }

    private void known(YamlNode.Mapping fields, String name) {
        if (kind != EventKind.OTHER && EventModel.shipped().field(kind, name).isEmpty()) {
            notes.problem(fields, kind.words() + " events have no field \"" + name + "\"");
        }
    }

    private <T> Optional<T> made(YamlNode node, Making<T> making) {
        try {
            return Optional.of(making.make());
        } catch (IllegalArgumentException e) {
            return notes.problem(node, String.valueOf(e.getMessage()));
        }
    }

    private interface Making<T> {
        T make();
    }
}
