package dev.harrier.hunt.compose;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.Article;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the packs made before look for already, so that no indicator is hunted twice. Immutable and thread-safe. */
public final class Hunted {
    private static final int DAYS_LATER = 30;

    /** Each larger than the next, so that a pack more costs no copy of all before; what stands in an earlier one counts. */
    private final List<Map<Asked, Source>> layers;

    private Hunted(List<Map<Asked, Source>> layers) {
        this.layers = List.copyOf(layers);
    }

    /**
     * The article of a pack.
     *
     * @param story what makes it the same article when it is read again
     * @param name for people
     */
    public record Source(String story, String name, Optional<LocalDate> published) {
        public Source {
            requireNonNull(story, "story is null");
            requireNonNull(name, "name is null");
            requireNonNull(published, "published is null");
        }

        /** Of an article. */
        public static Source of(Article article) {
            String name = article.title().isBlank() ? article.id() : HuntTexts.shortened(article.title(), 80);
            return new Source(Story.of(article), name, article.published());
        }

        boolean diesLongBefore(Source other) {
            return published.isPresent()
                    && other.published.isPresent()
                    && published.get().plusDays(DAYS_LATER).isBefore(other.published.get());
        }
    }

    /**
     * An indicator, as one kind of event shows it.
     *
     * @param field Sigma's name
     * @param value as the ground of its clause has it
     */
    public record Asked(EventKind events, String field, String value) {
        public Asked {
            requireNonNull(events, "events is null");
            requireNonNull(field, "field is null");
            requireNonNull(value, "value is null");
        }
    }

    /** Nothing is hunted yet. */
    public static Hunted nothing() {
        return new Hunted(List.of());
    }

    /** This and the indicators of a pack; the first pack that hunts one stays the one that does. */
    public Hunted and(HuntPack pack) {
        requireNonNull(pack, "pack is null");
        List<Asked> asked = pack.hunts().stream()
                .filter(hunt -> hunt.kind() == Hunt.Kind.INDICATOR)
                .flatMap(hunt ->
                        hunt.grounds().stream().map(g -> new Asked(hunt.logic().kind(), g.field(), g.value())))
                .toList();
        return and(Source.of(pack.article()), asked);
    }

    /** This and what another pack's indicator hunts ask; the first pack that hunts one stays the one that does. */
    public Hunted and(Source source, List<Asked> asked) {
        if (asked.isEmpty()) {
            return this;
        }
        Deque<Map<Asked, Source>> all = new ArrayDeque<>(layers);
        Map<Asked, Source> last = new HashMap<>();
        asked.forEach(one -> last.put(one, source));
        while (!all.isEmpty() && all.getLast().size() <= last.size()) {
            last.putAll(all.removeLast());
        }
        all.addLast(last);
        return new Hunted(List.copyOf(all));
    }

    /** The article of another story whose pack hunts this already, and for nearly as long as this article's would. */
    Optional<Source> by(Clause clause, Article article) {
        if (clause.group().kind() != Hunt.Kind.INDICATOR) {
            return Optional.empty();
        }
        Asked asked = new Asked(
                clause.group().events(),
                clause.ground().field(),
                clause.ground().value());
        Source own = Source.of(article);
        return first(asked)
                .filter(first -> !first.story().equals(own.story()))
                .filter(first -> !first.diesLongBefore(own));
    }

    private Optional<Source> first(Asked asked) {
        return layers.stream()
                .map(layer -> layer.get(asked))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
