package dev.harrier.article;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns bytes or text into an {@link Article}. The format is told from the content: PDF by its signature, HTML by its first tag,
 * everything else is text, in which Markdown's and AsciiDoc's structure is recognised. Stateless and thread-safe.
 */
public final class ArticleReader {
    /** The largest article that is read, in bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final List<String> OPENINGS = List.of(
            "<!doctype html",
            "<html",
            "<head",
            "<body",
            "<article",
            "<div",
            "<main",
            "<section",
            "<p>",
            "<table",
            "<h1");

    private ArticleReader() {}

    /**
     * Reads a file's bytes.
     *
     * @param id how its user names it, for example a path
     * @param bytes the whole file
     * @throws ArticleException when it is empty, binary, larger than {@link #LARGEST}, or a broken PDF
     */
    public static Article read(String id, byte[] bytes) {
        return read(id, bytes, Optional.empty());
    }

    /**
     * Reads what came over HTTP.
     *
     * @param id how its user names it
     * @param bytes the whole body, unpacked
     * @param declared the encoding that its server named: it counts for less than a byte-order mark or valid UTF-8, as servers err
     * @throws ArticleException as {@link #read(String, byte[])}
     */
    public static Article read(String id, byte[] bytes, Optional<Charset> declared) {
        requireNonNull(id, "id is null");
        requireNonNull(declared, "declared is null");
        if (bytes.length == 0) {
            throw new ArticleException(id, "the file is empty; give an article in text, Markdown, HTML or PDF");
        }
        if (bytes.length > LARGEST) {
            throw new ArticleException(
                    id,
                    "%,d bytes are more than the %d MB that are read; split the article"
                            .formatted(bytes.length, LARGEST / (1024 * 1024)));
        }
        if (startsWith(bytes, "%PDF-")) {
            return PdfReader.read(id, bytes);
        }
        String text = TextDecoder.decode(bytes, declared);
        refuseBinary(id, text);
        return isHtml(text) ? HtmlReader.read(id, text) : readText(id, text);
    }

    /**
     * Reads text. Offsets are those of exactly this text: nothing is normalised.
     *
     * @throws ArticleException when it is blank or longer than {@link #LARGEST} characters
     */
    public static Article readText(String id, String text) {
        requireNonNull(id, "id is null");
        if (text.isBlank()) {
            throw new ArticleException(id, "the text is empty; give an article in text, Markdown, HTML or PDF");
        }
        if (text.length() > LARGEST) {
            throw new ArticleException(
                    id,
                    "%,d characters are more than the %,d that are read; split the article"
                            .formatted(text.length(), LARGEST));
        }
        return Briefing.isBriefing(text) ? Briefing.read(id, text) : MarkdownReader.read(id, text);
    }

    /**
     * Reads text whose markup is known. Offsets are those of exactly this text, for HTML those of the readable text made from it.
     *
     * @throws ArticleException when it is blank, longer than {@link #LARGEST} characters, or HTML without a readable word
     */
    public static Article readText(String id, String text, Format format) {
        boolean html = format == Format.HTML && !text.isBlank() && text.length() <= LARGEST;
        return html ? HtmlReader.read(id, text) : readText(id, text);
    }

    private static boolean startsWith(byte[] bytes, String signature) {
        byte[] wanted = signature.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < wanted.length; i++) {
            if (i >= bytes.length || bytes[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static void refuseBinary(String id, String text) {
        int zero = text.substring(0, Math.min(text.length(), 65536)).indexOf('\0');
        if (zero >= 0) {
            throw new ArticleException(
                    id,
                    "byte %d is zero: this is a binary file; give an article in text, Markdown, HTML or PDF"
                            .formatted(zero));
        }
    }

    private static boolean isHtml(String text) {
        String head =
                text.substring(0, Math.min(2048, text.length())).stripLeading().toLowerCase(Locale.ROOT);
        if (head.startsWith("\ufeff")) {
            head = head.substring(1);
        }
        boolean opens = OPENINGS.stream().anyMatch(head::startsWith);
        boolean wrapped = head.startsWith("<?xml") || head.startsWith("<!--");
        return opens || (wrapped && head.contains("<html"));
    }
}
