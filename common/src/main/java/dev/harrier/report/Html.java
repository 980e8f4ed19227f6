package dev.harrier.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Markup that is safe by construction: hostile text becomes markup only through {@link #text}, names of tags and classes are ours.
 *
 * @param markup well-formed HTML
 */
public record Html(String markup) {
    /** No markup. */
    public static final Html NOTHING = new Html("");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n\\t]]");

    /** Hostile text, escaped; control and direction characters become a visible replacement. */
    public static Html text(String hostile) {
        String seen = UNSEEN.matcher(hostile).replaceAll("\uFFFD");
        return new Html(seen.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;"));
    }

    /** A number, its thousands apart. */
    public static Html text(long number) {
        return new Html(String.format(Locale.ROOT, "%,d", number));
    }

    /** One after the other. */
    public static Html join(Html... parts) {
        return join(Arrays.asList(parts));
    }

    /** One after the other. */
    public static Html join(Collection<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
    }

    /** An element; {@code name} may carry one class after a dot: {@code td.number}. */
    public static Html tag(String name, Html... content) {
        return element(name, "", join(content));
    }

    /** An element with an {@code id}, which must be of letters, digits and hyphens. */
    public static Html anchor(String name, String id, Html... content) {
        return element(name, " id=\"" + identifier(id) + "\"", join(content));
    }

    /** A cell that still says what it is when a narrow page shows it without the table's head; {@code label} is ours. */
    public static Html labelled(String name, String label, Html content) {
        return element(name, " data-label=\"" + text(label).markup() + "\"", content);
    }

    /** A link within the page. */
    public static Html link(String id, Html content) {
        return element("a", " href=\"#" + identifier(id) + "\"", content);
    }

    /** An element with attributes whose names are ours and whose values may be hostile; {@code name} as for {@link #tag}. */
    public static Html with(Map<String, String> attributes, String name, Html... content) {
        StringBuilder written = new StringBuilder();
        attributes.forEach((key, value) -> written.append(' ')
                .append(key)
                .append("=\"")
                .append(text(value).markup)
                .append('"'));
        return element(name, written.toString(), join(content));
    }

    private static Html element(String name, String attributes, Html content) {
        int dot = name.indexOf('.');
        String tag = dot < 0 ? name : name.substring(0, dot);
        String css = dot < 0 ? "" : " class=\"" + name.substring(dot + 1).replace('.', ' ') + "\"";
        return new Html("<" + tag + css + attributes + ">" + content.markup + "</" + tag + ">");
    }

    private static String identifier(String id) {
        if (!id.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("no identifier: " + id);
        }
        return id;
    }
}
