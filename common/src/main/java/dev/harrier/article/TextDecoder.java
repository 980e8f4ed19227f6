package dev.harrier.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes bytes: a byte-order mark wins, then valid UTF-8, then what a {@code meta} tag names, then windows-1252. */
final class TextDecoder {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern META = Pattern.compile("charset\\s{0,4}=\\s{0,4}[\"']?([A-Za-z0-9_:.-]{2,30})");

    private TextDecoder() {}

    static boolean hasWideMark(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)
                        || (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe));
    }

    static String decode(byte[] bytes) {
        if (hasWideMark(bytes)) {
            Charset wide = bytes[0] == (byte) 0xfe ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            return new String(bytes, 2, bytes.length - 2, wide);
        }
        if (bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        return strictUtf8(bytes).orElseGet(() -> new String(bytes, named(bytes)));
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

    private static Charset named(byte[] bytes) {
        Matcher meta = META.matcher(new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1));
        if (!meta.find()) {
            return WESTERN;
        }
        try {
            Charset named = Charset.forName(meta.group(1));
            return named.equals(StandardCharsets.UTF_8) ? WESTERN : named;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return WESTERN;
        }
    }
}
