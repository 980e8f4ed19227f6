package dev.harrier.watch;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleException;
import dev.harrier.article.ArticleReader;
import dev.harrier.article.feed.FeedEntry;
import dev.harrier.article.fetch.FetchException;
import dev.harrier.article.fetch.Fetched;
import dev.harrier.article.fetch.Fetcher;
import dev.harrier.article.fetch.Validators;
import dev.harrier.deploy.Fingerprint;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the entries of one feed that are new or have changed: each page is tried three times, in rounds of their own. */
final class EntryReading {
    /** The most pages that are fetched for one feed in one round; the others wait for the next. */
    static final int MOST_PAGES = 100;

    private static final int MOST_TRIES = 3;

    private final String address;
    private final PoliteWeb web;
    private final WatchMemory memory;
    private final StoryTeller teller;
    private final WatchNotices notices;
    private int pages = MOST_PAGES;
    private int fresh;
    private int left;
    private int findings;
    private int packs;

    EntryReading(String address, PoliteWeb web, WatchMemory memory, StoryTeller teller, WatchNotices notices) {
        this.address = requireNonNull(address, "address is null");
        this.web = requireNonNull(web, "web is null");
        this.memory = requireNonNull(memory, "memory is null");
        this.teller = requireNonNull(teller, "teller is null");
        this.notices = requireNonNull(notices, "notices is null");
    }

    /** Feeds list the newest first, and a story begins with its oldest telling. */
    EntryReading all(List<FeedEntry> entries) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            one(entries.get(i));
        }
        return this;
    }

    /** Entries that were never seen before. */
    int fresh() {
        return fresh;
    }

    /** Entries that have to be tried again. */
    int left() {
        return left;
    }

    int findings() {
        return findings;
    }

    int packs() {
        return packs;
    }

    private void one(FeedEntry entry) {
        String key = WatchMemory.entryKey(address, entry.id());
        String fingerprint = fingerprint(entry);
        Optional<EntryState> known = memory.entry(key);
        fresh += known.isEmpty() ? 1 : 0;
        EntryState state = known.filter(before -> before.fingerprint().equals(fingerprint))
                .orElse(new EntryState(fingerprint, false, 0));
        if (!state.read()) {
            read(key, entry, state);
        }
    }

    private void read(String key, FeedEntry entry, EntryState state) {
        boolean page = !entry.whole() && entry.link().isPresent() && state.tries() < MOST_TRIES;
        if (page && (pages <= 0 || web.isHeld(entry.link().get().toString()))) {
            left++;
            return;
        }
        try {
            if (page) {
                pages--;
            } else if (state.tries() >= MOST_TRIES) {
                found(entry, "its page can't be had; what the feed itself holds of it is all that is read");
            }
            packs += teller.tell(key, page ? page(entry) : entry.article()) ? 1 : 0;
            memory.keep(key, new EntryState(state.fingerprint(), true, state.tries()));
        } catch (FetchException e) {
            boolean never = e.kind() == FetchException.Kind.FORBIDDEN;
            again(
                    key,
                    new EntryState(state.fingerprint(), false, never ? MOST_TRIES : state.tries() + 1),
                    e.getMessage());
        } catch (ArticleException e) {
            unreadable(key, entry, state, page, e.getMessage());
        }
    }

    private void unreadable(String key, FeedEntry entry, EntryState state, boolean page, String why) {
        if (page) {
            again(key, new EntryState(state.fingerprint(), false, MOST_TRIES), why);
        } else {
            found(entry, why);
            memory.keep(key, new EntryState(state.fingerprint(), true, state.tries()));
        }
    }

    private void again(String key, EntryState state, String why) {
        left++;
        notices.progress(why + " (try " + state.tries() + " of " + MOST_TRIES + ")");
        memory.keep(key, state);
    }

    private void found(FeedEntry entry, String what) {
        findings++;
        notices.finding(Fetcher.shown(address), (entry.title().isBlank() ? "an entry" : entry.title()) + ": " + what);
    }

    private Article page(FeedEntry entry) {
        Fetched fetched = web.fetch(entry.link().orElseThrow().toString(), Validators.NONE);
        if (!(fetched instanceof Fetched.Page page)) {
            throw new IllegalStateException("unchanged since nothing");
        }
        return located(entry.named(ArticleReader.read(entry.id(), page.body(), page.charset())), page.url());
    }

    private static Article located(Article article, URI found) {
        return new Article(
                article.id(),
                article.title(),
                article.source(),
                article.published(),
                article.url().or(() -> Optional.of(found)),
                article.text(),
                article.blocks());
    }

    private static String fingerprint(FeedEntry entry) {
        return Fingerprint.of(Map.of("title", entry.title(), "content", entry.content()));
    }
}
