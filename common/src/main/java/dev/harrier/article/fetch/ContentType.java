package dev.harrier.article.fetch;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.MediaType;

/** A Content-Type header: its media type in lower case, and its charset where Java knows it. */
record ContentType(String type, Optional<Charset> charset) {
    private static final Set<String> OF_ARTICLES = Set.of(
            "",
            "application/atom+xml",
            "application/pdf",
            "application/rdf+xml",
            "application/rss+xml",
            "application/x-pdf",
            "application/xhtml+xml",
            "application/xml",
            "text/asciidoc",
            "text/html",
            "text/markdown",
            "text/plain",
            "text/x-markdown",
            "text/xml");

    static ContentType of(String header) {
        MediaType parsed = header.isBlank() ? null : MediaType.parse(header.strip());
        if (parsed == null) {
            return new ContentType(header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT), Optional.empty());
        }
        String type = (parsed.type() + "/" + parsed.subtype()).toLowerCase(Locale.ROOT);
        return new ContentType(type, Optional.ofNullable(parsed.charset(null)));
    }

    boolean mayBeAnArticle() {
        return OF_ARTICLES.contains(type);
    }
}
