package dev.harrier.hunt.sigma;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.hunt.TextPattern;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The forms that Sigma's transforming modifiers give a text: command-line dashes, UTF-16, Base64. */
final class TextForms {
    /** What Windows programs take for a dash: hyphen, slash, en dash, em dash, horizontal bar. */
    private static final List<String> DASHES = List.of("-", "/", "\u2013", "\u2014", "\u2015");

    private static final Pattern OPTION = Pattern.compile("\\B[-/]\\b");
    private static final int MOST_OPTIONS = 3;
    private static final int[] CUT_AT_START = {0, 2, 3};
    private static final int[] CUT_AT_END = {0, 3, 2};

    private TextForms() {}

    /** Every way to write the options of a Sigma text; empty when there are too many. */
    static Optional<List<String>> withAnyDash(String text) {
        List<MatchResult> options = OPTION.matcher(text).results().toList();
        if (options.size() > MOST_OPTIONS) {
            return Optional.empty();
        }
        List<String> forms = List.of(text);
        for (MatchResult option : options) {
            forms = forms.stream().flatMap(f -> dashed(f, option.start())).toList();
        }
        return Optional.of(forms);
    }

    private static Stream<String> dashed(String text, int at) {
        return DASHES.stream().map(dash -> text.substring(0, at) + dash + text.substring(at + 1));
    }

    /** A text's bytes as the encoding modifiers of a key say, UTF-8 without one. */
    static byte[] bytes(String text, FieldKey key) {
        if (key.has("utf16")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
            return ByteBuffer.allocate(bytes.length + 2)
                    .put((byte) 0xFF)
                    .put((byte) 0xFE)
                    .put(bytes)
                    .array();
        }
        return text.getBytes(charset(key));
    }

    private static Charset charset(FieldKey key) {
        if (key.has("wide") || key.has("utf16le")) {
            return StandardCharsets.UTF_16LE;
        }
        return key.has("utf16be") ? StandardCharsets.UTF_16BE : UTF_8;
    }

    static TextPattern base64(byte[] bytes) {
        return TextPattern.exactly(Base64.getEncoder().encodeToString(bytes));
    }

    /** The three texts of which one is in the Base64 form of whatever holds the bytes, by their offset in it. */
    static List<TextPattern> base64AtAnyOffset(byte[] bytes) {
        List<TextPattern> forms = new ArrayList<>();
        IntStream.range(0, 3).forEach(offset -> {
            byte[] shifted = ByteBuffer.allocate(bytes.length + offset)
                    .position(offset)
                    .put(bytes)
                    .array();
            String text = Base64.getEncoder().encodeToString(shifted);
            int end = text.length() - CUT_AT_END[shifted.length % 3];
            forms.add(TextPattern.exactly(text.substring(CUT_AT_START[offset], end)));
        });
        return forms;
    }
}
