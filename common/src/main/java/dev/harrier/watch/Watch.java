package dev.harrier.watch;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.ArticleException;
import dev.harrier.article.feed.Feed;
import dev.harrier.article.feed.FeedEntry;
import dev.harrier.article.feed.FeedReader;
import dev.harrier.article.feed.FeedSignature;
import dev.harrier.article.fetch.FetchException;
import dev.harrier.article.fetch.Fetched;
import dev.harrier.article.fetch.Fetcher;
import dev.harrier.article.fetch.Validators;
import dev.harrier.pack.PackFolder;
import dev.harrier.pack.PackMaker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks feeds, again and again, and keeps a pack for each story that they tell. Asks one thing at a time. Used by one thread; one process
 * at a time may watch with the same memory.
 */
public final class Watch {
    private final Timing timing;
    private final Backoff backoff;
    private final PoliteWeb web;
    private final WatchMemory memory;
    private final StoryTeller teller;
    private final WatchNotices notices;

    /**
     * A watch that goes on where the last one with the same memory ended.
     *
     * @param folder of the memory, made when there is something to remember
     * @param maker of packs
     * @param folders gives a new writer of packs at each call
     * @throws dev.harrier.history.HistoryException if the memory can't be read
     */
    public Watch(
            Path folder,
            PackMaker maker,
            Supplier<PackFolder> folders,
            Pages pages,
            Timing timing,
            WatchNotices notices) {
        this.timing = requireNonNull(timing, "timing is null");
        this.notices = requireNonNull(notices, "notices is null");
        this.backoff = new Backoff(timing.every(), timing.random());
        this.web = new PoliteWeb(pages, timing.clock(), timing.pause());
        this.memory = WatchMemory.of(folder, timing.clock().instant());
        this.teller = new StoryTeller(memory, new StoryPacks(maker, folders), timing.clock(), notices);
    }

    /**
     * Asks all feeds that are due, once each, and goes on after one that fails.
     *
     * @param feeds http or https addresses
     * @throws dev.harrier.pack.PackException if a pack can't be written
     * @throws dev.harrier.history.HistoryException if what was read can't be remembered
     */
    public Round round(List<String> feeds) {
        memory.forget(timing.clock().instant());
        Round round = new Round(0, 0, 0, 0);
        for (String feed : feeds) {
            round = round.and(ask(feed));
        }
        return round;
    }

    /** How long to wait before the next round. */
    public Duration untilNext() {
        return backoff.round();
    }

    private Round ask(String address) {
        Instant now = timing.clock().instant();
        Optional<FeedState> known = memory.feed(address);
        FeedState state = known.orElse(new FeedState(Validators.NONE, now, 0, Instant.EPOCH));
        if (now.isBefore(state.notBefore())) {
            notices.progress(Fetcher.shown(address) + ": left alone until " + state.notBefore());
            return new Round(0, 0, 0, 0);
        }
        if (web.isHeld(address)) {
            notices.progress(Fetcher.shown(address) + ": left alone, as its host asked for patience");
            return new Round(0, 0, 0, 0);
        }
        try {
            return heard(address, state, known.isEmpty(), web.fetch(address, state.validators()));
        } catch (FetchException e) {
            notices.failed(Fetcher.shown(address), e);
            return later(address, state, e.retryAfter(), new Round(1, 1, 0, 0));
        } catch (ArticleException e) {
            notices.finding(Fetcher.shown(address), e.getMessage());
            return later(address, state, Optional.empty(), new Round(1, 0, 1, 0));
        }
    }

    private Round later(String address, FeedState state, Optional<Duration> asked, Round round) {
        Instant until = timing.clock().instant().plus(backoff.after(state.failures(), asked));
        memory.keep(address, state.failed(until));
        return round;
    }

    private Round heard(String address, FeedState state, boolean first, Fetched fetched) {
        if (!(fetched instanceof Fetched.Page page)) {
            memory.keep(address, state.answered(state.validators(), state.news()));
            return new Round(1, 0, stale(address, state.news()), 0);
        }
        Feed feed = feed(address, page);
        EntryReading reading = new EntryReading(address, web, memory, teller, notices).all(feed.entries());
        Instant now = timing.clock().instant();
        Instant news = first ? newest(feed, now) : reading.fresh() > 0 ? now : state.news();
        // Whoever has entries left to read has to get the feed again, changed or not.
        Validators validators = reading.left() > 0 ? Validators.NONE : page.validators();
        memory.keep(address, state.answered(validators, news));
        return new Round(1, 0, reading.findings() + stale(address, news), reading.packs());
    }

    private static Feed feed(String address, Fetched.Page page) {
        String shown = Fetcher.shown(address);
        if (!FeedSignature.opens(page.body())) {
            throw new ArticleException(shown, "is no RSS or Atom feed; check its address");
        }
        return FeedReader.read(shown, page.body(), page.charset());
    }

    /** When a feed that is new to us last had news, by the dates that it bears. */
    private static Instant newest(Feed feed, Instant now) {
        return feed.entries().stream()
                .map(FeedEntry::published)
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .map(date -> date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .filter(date -> date.isBefore(now))
                .orElse(now);
    }

    private int stale(String address, Instant news) {
        Duration silence = Duration.between(news, timing.clock().instant());
        if (silence.compareTo(timing.stale()) <= 0) {
            return 0;
        }
        notices.finding(
                Fetcher.shown(address),
                "nothing new for " + silence.toDays() + " days; it may have moved or been given up");
        return 1;
    }
}
