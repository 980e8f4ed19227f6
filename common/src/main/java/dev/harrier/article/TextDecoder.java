package dev.harrier.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes bytes. A byte-order mark wins; then the zeros that only UTF-16 has; then valid UTF-8; then what the server, a {@code meta}
 * tag or an XML declaration names; then windows-1252. Labels mean what browsers take them for: ISO-8859-1 and ASCII are windows-1252.
 */
public final class TextDecoder {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int HEAD = 4096;
    private static final Pattern META =
            Pattern.compile("(?i)(?:charset|encoding)\\s{0,4}=\\s{0,4}[\"']?([A-Za-z0-9_:.-]{2,30})");
    private static final List<Mark> MARKS = List.of(
            new Mark("UTF-32LE", 0xff, 0xfe, 0, 0),
            new Mark("UTF-32BE", 0, 0, 0xfe, 0xff),
            new Mark("UTF-8", 0xef, 0xbb, 0xbf),
            new Mark("UTF-16BE", 0xfe, 0xff),
            new Mark("UTF-16LE", 0xff, 0xfe));

    private TextDecoder() {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Mark(String charset, int... bytes) {
        boolean opens(byte[] text) {
            for (int i = 0; i < bytes.length; i++) {
                if (i >= text.length || (text[i] & 0xff) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The text of some bytes, without its byte-order mark. What can't be decoded becomes U+FFFD.
     *
     * @param declared the encoding that came with the bytes, such as HTTP's
     */
    public static String decode(byte[] bytes, Optional<Charset> declared) {
        for (Mark mark : MARKS) {
            if (mark.opens(bytes)) {
                int skip = mark.bytes().length;
                return new String(bytes, skip, bytes.length - skip, Charset.forName(mark.charset()));
            }
        }
        return wide(bytes)
                .or(() -> declared.filter(TextDecoder::isSevenBit))
                .map(charset -> new String(bytes, charset))
                .or(() -> strictUtf8(bytes))
                .orElseGet(() -> new String(bytes, eightBit(bytes, declared)));
    }

    /** UTF-16 without a mark: of Western text, every other byte is zero. */
    private static Optional<Charset> wide(byte[] bytes) {
        int pairs = Math.min(bytes.length, HEAD) / 2;
        int[] zeros = new int[2];
        for (int i = 0; i < pairs * 2; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        if (pairs < 4 || Math.max(zeros[0], zeros[1]) * 10 < pairs * 7 || Math.min(zeros[0], zeros[1]) > 0) {
            return Optional.empty();
        }
        return Optional.of(zeros[0] > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    /** Encodings whose every text is valid UTF-8 as well, and UTF-16, which may be. */
    private static boolean isSevenBit(Charset charset) {
        return charset.name().startsWith("ISO-2022-") || charset.name().startsWith("UTF-16");
    }

    private static Optional<String> strictUtf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static Charset eightBit(byte[] bytes, Optional<Charset> declared) {
        Charset named = declared.filter(TextDecoder::saysSomething)
                .or(() -> named(bytes).filter(TextDecoder::saysSomething))
                .orElse(WESTERN);
        boolean latin = named.equals(StandardCharsets.ISO_8859_1) || named.equals(StandardCharsets.US_ASCII);
        return latin ? WESTERN : named;
    }

    /** It isn't UTF-8, whatever it says; nor UTF-16, or the label could not have been read. */
    private static boolean saysSomething(Charset charset) {
        return !charset.name().startsWith("UTF-");
    }

    private static Optional<Charset> named(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher meta = META.matcher(head);
        if (!meta.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(meta.group(1)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
