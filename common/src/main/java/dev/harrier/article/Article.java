package dev.harrier.article;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A threat-intelligence article as it was written. Immutable and thread-safe. Every offset anywhere in Harrier counts UTF-16 code
 * units of {@link #text()}, which for text and Markdown is the decoded file itself and for HTML and PDF the readable text made
 * from it.
 *
 * @param id how its user names it: the path as given, a feed entry's id, or the {@code id} of a JSON line
 * @param title its headline, empty when it has none
 * @param source its publisher, as the article or its feed names it
 * @param published the date it bears (UTC)
 * @param url where it was published; never fetched by anything but {@code Fetcher}
 * @param text the whole text, written by somebody who may be an attacker
 * @param blocks in ascending order, not overlapping; text between blocks is white space
 */
public record Article(
        String id,
        String title,
        Optional<String> source,
        Optional<LocalDate> published,
        Optional<URI> url,
        String text,
        List<Block> blocks) {
    public Article {
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(source, "source is null");
        requireNonNull(published, "published is null");
        requireNonNull(url, "url is null");
        requireNonNull(text, "text is null");
        blocks = List.copyOf(blocks);
        int last = 0;
        for (Block block : blocks) {
            if (block.start() < last || block.end() > text.length()) {
                throw new IllegalArgumentException("block " + block + " overlaps another or leaves the text");
            }
            last = block.end();
        }
    }

    /** The words of one of this article's blocks. */
    public String textOf(Block block) {
        return text.substring(block.start(), block.end());
    }

    /** The block that holds an offset, or empty between blocks. Cost logarithmic in the number of blocks. */
    public Optional<Block> blockAt(int offset) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Block block = blocks.get(middle);
            if (block.contains(offset)) {
                return Optional.of(block);
            }
            if (offset < block.start()) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return Optional.empty();
    }
}
