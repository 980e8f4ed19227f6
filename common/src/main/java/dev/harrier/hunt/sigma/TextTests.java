package dev.harrier.hunt.sigma;

import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.TextPattern;
import dev.harrier.hunt.TextPattern.Part;
import dev.harrier.hunt.TextPattern.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a text value under its modifiers as the patterns of which one must fit. */
final class TextTests {
    private static final Set<String> ENCODINGS = Set.of("wide", "utf16le", "utf16be", "utf16");

    /** What doesn't change the text itself. */
    private static final Set<String> PLAIN = Set.of("contains", "startswith", "endswith", "all", "cased", "neq");

    private TextTests() {}

    static Optional<List<FieldTest>> of(FieldKey key, YamlNode.Scalar value, Notes notes) {
        if (key.modifiers().isEmpty() && value.text().equals("*")) {
            return Optional.of(List.of(new FieldTest.Exists(true)));
        }
        return isPlain(key)
                ? Optional.of(List.of(like(key, SigmaText.parse(value.text()))))
                : patterns(key, value, notes)
                        .map(all -> all.stream().map(p -> like(key, p)).toList());
    }

    private static boolean isPlain(FieldKey key) {
        for (String modifier : key.modifiers()) {
            if (!PLAIN.contains(modifier)) {
                return false;
            }
        }
        return true;
    }

    private static FieldTest like(FieldKey key, TextPattern pattern) {
        return new FieldTest.Like(opened(key, pattern), key.has("cased"));
    }

    private static Optional<List<TextPattern>> patterns(FieldKey key, YamlNode.Scalar value, Notes notes) {
        if (key.has("base64") || key.has("base64offset")) {
            return encoded(key, value, notes);
        }
        if (key.modifiers().stream().anyMatch(ENCODINGS::contains)) {
            return notes.unsupported("modifier " + key.modifiers() + ": UTF-16 without Base64 has no text form");
        }
        if (!key.has("windash")) {
            return Optional.of(List.of(SigmaText.parse(value.text())));
        }
        return TextForms.withAnyDash(value.text())
                .map(forms -> forms.stream().map(SigmaText::parse).toList())
                .or(() -> notes.unsupported("modifier windash: more than three options in one value"));
    }

    private static Optional<List<TextPattern>> encoded(FieldKey key, YamlNode.Scalar value, Notes notes) {
        TextPattern pattern = SigmaText.parse(value.text());
        if (pattern.exact().isEmpty()) {
            return notes.problem(value, "a value with wildcards cannot be Base64-encoded");
        }
        byte[] bytes = TextForms.bytes(pattern.exact().get(), key);
        return Optional.of(key.has("base64") ? List.of(TextForms.base64(bytes)) : TextForms.base64AtAnyOffset(bytes));
    }

    private static TextPattern opened(FieldKey key, TextPattern pattern) {
        List<Part> parts = new ArrayList<>(pattern.parts());
        boolean anywhere = key.has("contains") || key.field().equals(EventModel.TEXT);
        if (anywhere || key.has("endswith")) {
            parts.add(0, Wildcard.ANY_RUN);
        }
        if (anywhere || key.has("startswith")) {
            parts.add(Wildcard.ANY_RUN);
        }
        return new TextPattern(parts);
    }
}
