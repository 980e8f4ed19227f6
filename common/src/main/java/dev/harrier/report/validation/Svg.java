package dev.harrier.report.validation;

import dev.harrier.report.Html;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shapes of a chart. Colours are the stylesheet's, by class. */
final class Svg {
    private Svg() {}

    /** Names and values in turn, kept in their order: the same page each time. */
    static Map<String, String> attributes(Object... namesAndValues) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
        return attributes;
    }

    /** A chart that a screen reader is told in words. */
    static Html chart(String css, int width, int height, String words, Html... shapes) {
        return Html.with(
                attributes("viewBox", "0 0 " + width + " " + height, "role", "img", "aria-label", words),
                "svg." + css,
                shapes);
    }

    /** A rectangle that says what it is when it is pointed at. */
    static Html box(String css, int x, int y, int width, int height, String words) {
        Html title = words.isEmpty() ? Html.NOTHING : Html.tag("title", Html.text(words));
        return Html.with(attributes("x", x, "y", y, "width", width, "height", height), "rect." + css, title);
    }

    static Html words(String css, int x, int y, String words) {
        return Html.with(attributes("x", x, "y", y), "text." + css, Html.text(words));
    }
}
