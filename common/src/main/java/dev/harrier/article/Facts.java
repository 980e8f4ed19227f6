package dev.harrier.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Title, source, date and address of an article while it is being read; the first one found stays. Used by one thread. */
final class Facts {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3})[a-z]{0,6},? (\\d{4})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([A-Za-z]{3})[a-z]{0,6} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

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
            published = date(value);
        }
    }

    void url(String value) {
        if (url.isEmpty()) {
            url = address(value.strip());
        }
    }

    /** A fact by the name that front matter, bylines and meta tags give it; other names mean nothing. */
    void named(String name, String value) {
        switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "title", "og:title", "twitter:title" -> title(value);
            case "source", "publisher", "og:site_name", "site" -> source(value);
            case "date", "published", "pubdate", "article:published_time", "publish_date", "datepublished" ->
                published(value);
            case "url", "link", "article", "og:url", "canonical", "original" -> url(value);
            default -> {
                // Not one of the facts that are kept.
            }
        }
    }

    Article article(String id, String text, List<Block> blocks) {
        return new Article(id, title, source, published, url, text, blocks);
    }

    static Optional<LocalDate> date(String value) {
        String head = value.substring(0, Math.min(80, value.length()));
        Matcher iso = ISO.matcher(head);
        if (iso.find()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher day = DAY_FIRST.matcher(head);
        if (day.find()) {
            return date(day.group(3), month(day.group(2)), day.group(1));
        }
        Matcher month = MONTH_FIRST.matcher(head);
        return month.find() ? date(month.group(3), month(month.group(1)), month.group(2)) : Optional.empty();
    }

    private static String month(String name) {
        return String.valueOf(MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1);
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<URI> address(String value) {
        try {
            URI uri = new URI(value);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
