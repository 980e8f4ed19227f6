package dev.harrier.article.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import dev.harrier.article.Format;
import dev.harrier.article.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one entry of what ROME made of a feed; the only place that meets its nulls. */
record EntryReader(SyndEntry entry, Optional<String> source, Optional<URI> base) {
    /** A description of less is a teaser; many feeds put the whole article there. */
    private static final int WHOLE_DESCRIPTION = 2_000;

    private static final Pattern CUT = Pattern.compile(
            "(?i)(?:\\[?(?:…|\\.\\.\\.|&#8230;|&hellip;)]?|(?:read|continue) (?:more|reading)[^<]{0,60})(?:\\s|</?\\w[^>]{0,200}>)*$");

    FeedEntry read(String place) {
        Optional<URI> link = link();
        Optional<SyndContent> full = content();
        Optional<SyndContent> description =
                Optional.ofNullable(entry.getDescription()).filter(EntryReader::holdsText);
        String words = full.or(() -> description).map(SyndContent::getValue).orElse("");
        return new FeedEntry(
                text(entry.getUri()).or(() -> link.map(URI::toString)).orElse(place),
                Words.plain(entry.getTitle()),
                source,
                link,
                published(),
                words,
                full.or(() -> description).map(EntryReader::format).orElse(Format.TEXT),
                full.isPresent() || isWhole(words));
    }

    /** The longest, for an entry may hold several. */
    private Optional<SyndContent> content() {
        return entry.getContents().stream()
                .filter(EntryReader::holdsText)
                .reduce((one, other) ->
                        one.getValue().length() >= other.getValue().length() ? one : other);
    }

    private static boolean holdsText(SyndContent content) {
        return content.getValue() != null && !content.getValue().isBlank();
    }

    private static boolean isWhole(String words) {
        return words.length() >= WHOLE_DESCRIPTION
                && !CUT.matcher(words.substring(words.length() - 400)).find();
    }

    /** Atom says what it holds. RSS doesn't, and means HTML wherever there is a tag. */
    private static Format format(SyndContent content) {
        String type = content.getType() == null ? "" : content.getType().toLowerCase(Locale.ROOT);
        boolean plain = type.equals("text") || type.equals("text/plain");
        String words = content.getValue();
        return plain || (words.indexOf('<') < 0 && words.indexOf('&') < 0) ? Format.TEXT : Format.HTML;
    }

    private Optional<LocalDate> published() {
        return Stream.of(Optional.ofNullable(entry.getPublishedDate()), Optional.ofNullable(entry.getUpdatedDate()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Date::toInstant)
                .map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate());
    }

    private Optional<URI> link() {
        return text(entry.getLink())
                .map(this::resolved)
                .or(() -> text(entry.getUri()))
                .flatMap(WebAddress::of);
    }

    /** A relative link stands below the feed's base; what is no link at all, such as an id that ROME takes for one, stays as it is. */
    private String resolved(String link) {
        try {
            URI uri = new URI(link);
            boolean id = link.equals(entry.getUri()) && !link.matches(".*[/.?].*");
            return uri.isAbsolute() || id
                    ? link
                    : base.map(b -> b.resolve(uri).toString()).orElse(link);
        } catch (URISyntaxException noAddress) {
            return link;
        }
    }

    private static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
