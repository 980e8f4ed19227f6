package dev.harrier.watch;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.deploy.Fingerprint;
import dev.harrier.history.JsonLinesFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What watching remembers, in a folder: {@code seen.jsonl} of feeds and entries, and a file of tellings a month, of which those of the
 * last {@value SameStory#DAYS} days are kept in mind; older files may be deleted. A telling is on disk before its entry counts as
 * read, so that what a kill interrupts is done again, and ends the same. Used by one thread; nothing of an address is written but its
 * fingerprint, since its query may be secret.
 */
final class WatchMemory {
    private static final long MOST_BYTES = 64L << 20;
    private static final Duration KEPT = Duration.ofDays(SameStory.DAYS);

    private final Path folder;
    private final JsonLinesFile seen;
    private final Map<String, FeedState> feeds = new HashMap<>();
    private final Map<String, EntryState> entries = new HashMap<>();
    private final Map<String, Story> stories = new LinkedHashMap<>();

    private WatchMemory(Path folder) {
        this.folder = requireNonNull(folder, "folder is null");
        this.seen = new JsonLinesFile(folder, "seen", MOST_BYTES);
    }

    /**
     * Reads what is there.
     *
     * @throws dev.harrier.history.HistoryException if it can't be read
     */
    static WatchMemory of(Path folder, Instant now) {
        WatchMemory memory = new WatchMemory(folder);
        memory.seen.read(memory::recall);
        Instant from = now.minus(KEPT);
        for (YearMonth month = month(from); !month.isAfter(month(now)); month = month.plusMonths(1)) {
            memory.tellings(month).read(line -> memory.add(WatchJson.telling(line)));
        }
        memory.forget(now);
        return memory;
    }

    Optional<FeedState> feed(String address) {
        return Optional.ofNullable(feeds.get(feedKey(address)));
    }

    void keep(String address, FeedState state) {
        String key = feedKey(address);
        if (!state.equals(feeds.put(key, state))) {
            seen.append(List.of(WatchJson.of(state).put("feed", key)));
        }
    }

    Optional<EntryState> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    void keep(String key, EntryState state) {
        entries.put(key, state);
        ObjectNode line = WatchJson.line().put("entry", key).put("fingerprint", state.fingerprint());
        seen.append(List.of(line.put("read", state.read()).put("tries", state.tries())));
    }

    Collection<Story> stories() {
        return List.copyOf(stories.values());
    }

    Story keep(Telling telling) {
        tellings(month(telling.at())).append(List.of(WatchJson.of(telling)));
        return add(telling);
    }

    /** Lets go of the stories that nobody will tell any more, so that a long run stays small. */
    void forget(Instant now) {
        stories.values().removeIf(story -> !story.isOpen(now));
    }

    static String feedKey(String address) {
        return Fingerprint.of(address);
    }

    /** The name of an entry, whatever its feed calls it. */
    static String entryKey(String address, String id) {
        return Fingerprint.of(Map.of("feed", address, "entry", id));
    }

    private void recall(JsonNode line) {
        WatchJson.checkVersion(line);
        if (line.has("feed")) {
            feeds.put(WatchJson.text(line, "feed"), WatchJson.feed(line));
        } else {
            entries.put(
                    WatchJson.text(line, "entry"),
                    new EntryState(
                            WatchJson.text(line, "fingerprint"),
                            line.path("read").asBoolean(),
                            line.path("tries").asInt()));
        }
    }

    private Story add(Telling telling) {
        return stories.merge(
                telling.story(), new Story(telling.story(), List.of(telling)), (before, now) -> before.with(telling));
    }

    private JsonLinesFile tellings(YearMonth month) {
        return new JsonLinesFile(folder, "tellings-" + month, MOST_BYTES);
    }

    private static YearMonth month(Instant time) {
        return YearMonth.from(time.atZone(ZoneOffset.UTC));
    }
}
