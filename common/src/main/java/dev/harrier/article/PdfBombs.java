package dev.harrier.article;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;

/**
 * Measures what a PDF's packed streams unpack to, from its bytes and before PDFBox sees them: it unpacks a stream whole, in memory,
 * already while it looks for the document's objects. Only a little is held at a time. Cost linear in the bytes unpacked, which are
 * capped over the whole document.
 */
final class PdfBombs {
    /** The most that one stream may unpack to: a picture of 6,000 by 7,000 points fits. */
    static final long LARGEST_STREAM = 128L * 1024 * 1024;

    /** The most that all of them may: fifty times the largest file. */
    static final long LARGEST_SUM = 1024L * 1024 * 1024;

    private static final byte[] KEYWORD = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final int DEEPEST = 4;

    private final String id;
    private final byte[] bytes;
    private final byte[] buffer = new byte[64 * 1024];
    private long sum;

    private PdfBombs(String id, byte[] bytes) {
        this.id = id;
        this.bytes = bytes;
    }

    /**
     * @throws ArticleException when a stream, or all of them together, unpack to more than is read
     */
    static void refuse(String id, byte[] bytes) {
        PdfBombs bombs = new PdfBombs(id, bytes);
        for (int at = bombs.next(0); at >= 0; at = bombs.next(at)) {
            bombs.measure(at);
        }
    }

    /** Where the data of the next stream starts, or -1. */
    private int next(int from) {
        for (int i = from; i < bytes.length - KEYWORD.length - 2; i++) {
            if (bytes[i] == 's' && isKeyword(i)) {
                int data = i + KEYWORD.length;
                data += bytes[data] == '\r' ? 1 : 0;
                return data + (bytes[data] == '\n' ? 1 : 0);
            }
        }
        return -1;
    }

    private boolean isKeyword(int at) {
        for (int i = 1; i < KEYWORD.length; i++) {
            if (bytes[at + i] != KEYWORD[i]) {
                return false;
            }
        }
        byte next = bytes[at + KEYWORD.length];
        return next == '\r' || next == '\n';
    }

    private void measure(int from) {
        if (!isZlib(bytes[from], bytes[from + 1])) {
            return;
        }
        long own = 0;
        try (InputStream in = unpacked(new ByteArrayInputStream(bytes, from, bytes.length - from))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                own += read;
                sum += read;
                check(own);
            }
        } catch (IOException brokenOrNoPackedStream) {
            // What could be unpacked has been counted.
        }
    }

    private void check(long own) {
        if (own > LARGEST_STREAM || sum > LARGEST_SUM) {
            throw tooLarge(id);
        }
    }

    static ArticleException tooLarge(String id) {
        return new ArticleException(id, "the PDF unpacks to far more than an article holds; give its text");
    }

    /** A stream may be packed more than once. */
    private static InputStream unpacked(InputStream packed) throws IOException {
        InputStream in = packed;
        for (int depth = 0; depth < DEEPEST; depth++) {
            in = new BufferedInputStream(in);
            in.mark(2);
            int first = in.read();
            int second = in.read();
            in.reset();
            if (second < 0 || !isZlib((byte) first, (byte) second)) {
                return in;
            }
            in = new InflaterInputStream(in);
        }
        return in;
    }

    /** The two bytes that such a stream begins with: the method, and a check that makes them a multiple of 31. */
    private static boolean isZlib(byte first, byte second) {
        return (first & 0x0f) == 8 && (((first & 0xff) << 8) + (second & 0xff)) % 31 == 0;
    }
}
