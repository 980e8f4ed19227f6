package dev.harrier.article;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.text.TextPosition;

/** Tells a page that is set in two columns of prose by the gutter between them: a strip that hardly a line crosses. Linear. */
final class PdfColumns {
    private static final float STRIP = 4;
    private static final int MOST_STRIPS = 1_000;
    private static final int FEWEST_LINES = 8;
    private static final double FULL = 0.6;

    private final Map<Integer, BitSet> lines = new HashMap<>();
    private final int strips;

    private PdfColumns(float width) {
        strips = Math.max(1, Math.min(MOST_STRIPS, (int) (width / STRIP)));
    }

    /**
     * @param characters of one page
     * @param width the page's, in points
     */
    static boolean areTwo(List<List<TextPosition>> characters, float width) {
        PdfColumns columns = new PdfColumns(width);
        characters.forEach(some -> some.forEach(columns::add));
        return columns.haveGutter();
    }

    private void add(TextPosition character) {
        int from = strip(character.getXDirAdj());
        int to = strip(character.getXDirAdj() + character.getWidthDirAdj());
        if (!character.getUnicode().isBlank()) {
            lines.computeIfAbsent(Math.round(character.getYDirAdj() / 2), y -> new BitSet(strips))
                    .set(from, to + 1);
        }
    }

    private int strip(float x) {
        return Math.max(0, Math.min(strips - 1, (int) (x / STRIP)));
    }

    private boolean haveGutter() {
        int clear = 0;
        for (int strip = strips * 2 / 5; strip <= strips * 3 / 5; strip++) {
            clear = isGutter(strip, lines.values()) ? clear + 1 : 0;
            if (clear == 2) {
                return true;
            }
        }
        return false;
    }

    /** Whether most lines stand on both sides of a strip and fill them, and nearly none stands in it. */
    private static boolean isGutter(int strip, Collection<BitSet> lines) {
        int beside = 0;
        int across = 0;
        int longest = 0;
        long filled = 0;
        for (BitSet line : lines) {
            boolean both = line.previousSetBit(strip) >= 0 && line.nextSetBit(strip) >= 0;
            across += line.get(strip) ? 1 : 0;
            if (both && !line.get(strip)) {
                beside++;
                int right = line.length() - line.nextSetBit(strip);
                longest = Math.max(longest, right);
                filled += right;
            }
        }
        return beside >= FEWEST_LINES
                && beside * 2 >= lines.size()
                && across * 10 <= lines.size()
                && filled >= FULL * longest * beside;
    }
}
