package dev.harrier.article.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import dev.harrier.article.ArticleException;
import dev.harrier.article.ArticleReader;
import dev.harrier.article.TextDecoder;
import dev.harrier.article.WebAddress;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads RSS and Atom. Document types, entities of one's own and deep nesting are refused. Stateless and thread-safe. */
public final class FeedReader {
    /** The most entries that are kept of one feed: the first ones. */
    public static final int MOST_ENTRIES = 1_000;

    private static final int HEAD = 4_000;
    /** Of the feed's own element. ROME tells no reader of it. */
    private static final Pattern BASE =
            Pattern.compile("<(?:feed|rss)\\s[^>]{0,1000}?\\bxml:base\\s?=\\s?[\"']([^\"'<>]{1,500})[\"']");

    private FeedReader() {}

    /**
     * Reads a feed's bytes.
     *
     * @param id how its user names it: a path or an address
     * @param bytes the whole feed, at most {@link ArticleReader#LARGEST}
     * @param declared the encoding that its server named
     * @throws ArticleException when it is no well-formed feed, or one without entries
     */
    public static Feed read(String id, byte[] bytes, Optional<Charset> declared) {
        if (bytes.length > ArticleReader.LARGEST) {
            throw new ArticleException(id, "the feed is larger than the 20 MB that are read");
        }
        String xml = TextDecoder.decode(bytes, declared).strip();
        SyndFeed feed = parse(id, xml);
        List<SyndEntry> all = feed.getEntries();
        if (all.isEmpty()) {
            throw new ArticleException(id, "the feed has no entries; check its address, or try again when it has some");
        }
        String title = Words.plain(feed.getTitle());
        return new Feed(title, entries(id, title, base(id, xml, feed), all), Math.max(0, all.size() - MOST_ENTRIES));
    }

    /** What relative links of entries are relative to: what the feed says itself, its site, else where the feed stands. */
    private static Optional<URI> base(String id, String xml, SyndFeed feed) {
        Matcher said = BASE.matcher(xml.substring(0, Math.min(xml.length(), HEAD)));
        Optional<URI> own = said.find() ? WebAddress.of(said.group(1)) : Optional.empty();
        return own.or(() -> Optional.ofNullable(feed.getLink()).flatMap(WebAddress::of))
                .or(() -> WebAddress.of(id));
    }

    private static SyndFeed parse(String id, String xml) {
        try {
            return new SyndFeedImpl(new HardenedInput().build(new StringReader(xml)));
        } catch (FeedException | IllegalArgumentException broken) {
            throw new ArticleException(
                    id,
                    "the feed can't be read (%s); give an RSS or Atom feed without a document type"
                            .formatted(firstLine(broken)),
                    broken);
        }
    }

    private static String firstLine(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.lines()
                .findFirst()
                .orElse("")
                .substring(0, Math.min(200, message.indexOf('\n') < 0 ? message.length() : message.indexOf('\n')));
    }

    private static List<FeedEntry> entries(String id, String title, Optional<URI> base, List<SyndEntry> all) {
        Optional<String> source = Optional.of(title).filter(name -> !name.isEmpty());
        List<FeedEntry> entries = new ArrayList<>();
        for (SyndEntry entry : all.subList(0, Math.min(MOST_ENTRIES, all.size()))) {
            String place = id + "#" + (entries.size() + 1);
            entries.add(new EntryReader(entry, source, base).read(place));
        }
        return entries;
    }
}
