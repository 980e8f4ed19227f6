package dev.harrier.watch;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.Article;
import dev.harrier.hunt.HuntPack;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds the story that an article tells, or begins one, and has its pack written. Used by one thread. */
final class StoryTeller {
    private final WatchMemory memory;
    private final StoryPacks packs;
    private final Clock clock;
    private final WatchNotices notices;

    StoryTeller(WatchMemory memory, StoryPacks packs, Clock clock, WatchNotices notices) {
        this.memory = requireNonNull(memory, "memory is null");
        this.packs = requireNonNull(packs, "packs is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.notices = requireNonNull(notices, "notices is null");
    }

    /**
     * Takes an article in. The pack is on disk before the telling is remembered: what a kill interrupts is done again.
     *
     * @param key the entry that it came from
     * @return whether a pack was written
     */
    boolean tell(String key, Article article) {
        HuntPack pack = packs.make(article);
        if (!pack.assessment().relevance().threat() && pack.hunts().isEmpty()) {
            notices.passed(
                    name(article),
                    "no threat to hunt: " + pack.assessment().relevance().kind().words());
            return false;
        }
        Signature signature = Signature.of(article, pack.evidence());
        Instant now = clock.instant();
        Optional<Story> known = storyOf(key, article, signature, now);
        if (known.filter(story -> story.has(article)).isPresent()) {
            return false;
        }
        Telling telling = new Telling(known.map(Story::id).orElse(key), key, now, article, signature);
        write(known, telling, pack);
        memory.keep(telling);
        return true;
    }

    private void write(Optional<Story> known, Telling telling, HuntPack alone) {
        Story story =
                known.map(before -> before.with(telling)).orElseGet(() -> new Story(telling.story(), List.of(telling)));
        HuntPack pack = story.tellings().size() == 1 ? alone : packs.make(story.article());
        notices.written(packs.write(story, pack), pack, story.addresses());
    }

    private Optional<Story> storyOf(String key, Article article, Signature signature, Instant now) {
        Optional<Story> updated = memory.stories().stream()
                .filter(story -> story.telling(key).isPresent())
                .findFirst();
        return updated.or(() -> memory.stories().stream()
                .filter(story -> story.isOpen(now))
                .filter(story -> story.has(article)
                        || story.takes(signature, article.text().length()))
                .findFirst());
    }

    private static String name(Article article) {
        return article.title().isBlank() ? article.id() : article.title();
    }
}
