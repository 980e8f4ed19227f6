package dev.harrier.article;

import java.util.Locale;
import java.util.Optional;

/** How a text is marked up, where its giver says so; Markdown, AsciiDoc and plain text are told apart line by line. */
public enum Format {
    HTML,
    MARKDOWN,
    ASCIIDOC,
    TEXT;

    /** The format by one of its usual names, a file's ending or a media type, in any case; empty for others. */
    public static Optional<Format> named(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "html", "htm", "xhtml", "text/html", "application/xhtml+xml" -> Optional.of(HTML);
            case "markdown", "md", "text/markdown", "text/x-markdown" -> Optional.of(MARKDOWN);
            case "asciidoc", "adoc", "asc", "text/asciidoc" -> Optional.of(ASCIIDOC);
            case "text", "txt", "plain", "text/plain" -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }
}
