package dev.harrier.article;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Title, source, date and address of an article while it is being read; the first one found stays. Used by one thread. */
final class Facts {
    private String title = "";
    private Optional<String> source = Optional.empty();
    private Optional<LocalDate> published = Optional.empty();
    private Optional<URI> url = Optional.empty();

    void title(String value) {
        if (title.isEmpty()) {
            title = value.strip();
        }
    }

    void source(String value) {
        if (source.isEmpty() && !value.isBlank() && value.length() < 120) {
            source = Optional.of(value.strip());
        }
    }

    void published(String value) {
        if (published.isEmpty()) {
            published = Dates.first(value);
        }
    }

    void url(String value) {
        if (url.isEmpty()) {
            url = WebAddress.of(value.strip());
        }
    }

    /** A fact by the name that front matter, bylines and meta tags give it; other names mean nothing. */
    void named(String name, String value) {
        switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "title", "og:title", "twitter:title" -> title(value);
            case "source", "publisher", "og:site_name", "site" -> source(value);
            case "date", "published", "posted", "pubdate", "article:published_time", "publish_date", "datepublished" ->
                published(value);
            case "url", "link", "article", "og:url", "canonical", "original" -> url(value);
            default -> {
                // Not one of the facts that are kept.
            }
        }
    }

    /** The article with these facts; one without a headline is called what its file is. */
    Article article(String id, String text, List<Block> blocks) {
        String name = title.isBlank() ? Headline.ofName(id) : title;
        return new Article(id, name, source, published, url, text, blocks);
    }
}
