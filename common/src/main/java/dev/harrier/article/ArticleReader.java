package dev.harrier.article;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Turns bytes or text into an {@link Article}. The format is told from the content: PDF by its signature, HTML by its first tag,
 * everything else is text, in which Markdown's and AsciiDoc's structure is recognised. Stateless and thread-safe.
 */
public final class ArticleReader {
    /** The largest article that is read, in bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final List<String> OPENINGS =
            List.of("<!doctype html", "<html", "<head", "<body", "<article", "<div", "<main", "<section");

    private ArticleReader() {}

    /**
     * Reads a file's bytes.
     *
     * @param id how its user names it, for example a path
     * @param bytes the whole file
     * @throws ArticleException when it is empty, binary, larger than {@link #LARGEST}, or a broken PDF
     */
    public static Article read(String id, byte[] bytes) {
        requireNonNull(id, "id is null");
        if (bytes.length == 0) {
            throw new ArticleException(id, "the file is empty; give an article in text, Markdown, HTML or PDF");
        }
        if (bytes.length > LARGEST) {
            throw new ArticleException(
                    id,
                    "%,d bytes are more than the %,d that are read; split the article"
                            .formatted(bytes.length, LARGEST));
        }
        if (startsWith(bytes, "%PDF-")) {
            return PdfReader.read(id, bytes);
        }
        refuseBinary(id, bytes);
        String text = TextDecoder.decode(bytes);
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

    private static boolean startsWith(byte[] bytes, String signature) {
        byte[] wanted = signature.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < wanted.length; i++) {
            if (i >= bytes.length || bytes[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static void refuseBinary(String id, byte[] bytes) {
        if (TextDecoder.hasWideMark(bytes)) {
            return;
        }
        int limit = Math.min(bytes.length, 65536);
        for (int i = 0; i < limit; i++) {
            if (bytes[i] == 0) {
                throw new ArticleException(
                        id,
                        "byte %d is zero: this is a binary file; give an article in text, Markdown, HTML or PDF"
                                .formatted(i));
            }
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
