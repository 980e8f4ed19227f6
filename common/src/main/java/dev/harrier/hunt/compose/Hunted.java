package dev.harrier.hunt.compose;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.Article;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the packs made before look for already, so that no indicator is hunted twice. Immutable and thread-safe. */
public final class Hunted {
    private static final int DAYS_LATER = 30;

    private final Map<String, Article> byClause;

    private Hunted(Map<String, Article> byClause) {
        this.byClause = Map.copyOf(byClause);
    }

    /** Nothing is hunted yet. */
    public static Hunted nothing() {
        return new Hunted(Map.of());
    }

    /** This and the indicators of a pack; the first pack that hunts one stays the one that does. */
    public Hunted and(HuntPack pack) {
        requireNonNull(pack, "pack is null");
        Map<String, Article> all = new HashMap<>(byClause);
        pack.hunts().stream().filter(hunt -> hunt.kind() == Hunt.Kind.INDICATOR).forEach(hunt -> hunt.grounds()
                .forEach(g -> all.putIfAbsent(key(hunt.logic().kind(), g), pack.article())));
        return new Hunted(all);
    }

    /** The name of another article whose pack hunts this already, and for nearly as long as this article's would. */
    Optional<String> by(Clause clause, Article article) {
        if (clause.group().kind() != Hunt.Kind.INDICATOR) {
            return Optional.empty();
        }
        return Optional.ofNullable(byClause.get(key(clause.group().events(), clause.ground())))
                .filter(first -> !Story.of(first).equals(Story.of(article)))
                .filter(first -> !diesLongBefore(first, article))
                .map(first -> first.title().isBlank() ? first.id() : HuntTexts.shortened(first.title(), 80));
    }

    private static boolean diesLongBefore(Article first, Article article) {
        Optional<LocalDate> early = first.published();
        Optional<LocalDate> late = article.published();
        return early.isPresent()
                && late.isPresent()
                && early.get().plusDays(DAYS_LATER).isBefore(late.get());
    }

    private static String key(EventKind events, Ground ground) {
        return events + "\t" + ground.field() + "\t" + ground.value();
    }
}
