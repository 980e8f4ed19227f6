package dev.harrier.dialect;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.LogSource;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the lab shows every dialect the events of {@link EventKind#OTHER}, whose fields no model knows: one table, restricted to the
 * time window, with a JSON object of the fields as their log source names them. Pure.
 */
public final class OtherEvents {
    /** The table; no table of a SIEM has a space in its name. */
    public static final String TABLE = "other events";
    /** The columns that every event has, beside {@code EventTime}, {@code Computer} and {@code User}. */
    public static final String SOURCE = "_source";
    /** The other fields: an object of texts, names of nested ones joined by dots. */
    public static final String FIELDS = "_remainder";
    /** The source of events that the lab made, which may stand for any. */
    public static final String MADE = "made";

    private OtherEvents() {}

    /** What the lab calls a log source, for example {@code okta/okta}. */
    public static String name(LogSource source) {
        return source.product().orElse("-") + "/"
                + source.service().or(source::category).orElse("-");
    }

    /** SQL that is true for the events of these sources and for made ones. */
    public static String of(Collection<String> names) {
        return Stream.concat(names.stream().sorted(), Stream.of(MADE))
                .map(SqlText::literal)
                .collect(Collectors.joining(", ", SOURCE + " IN (", ")"));
    }

    /**
     * SQL for a field's text, null where the event doesn't have it. The name is taken as it is, never as a path. Clouds and the tables
     * that hold their logs differ in the first letter's case ({@code eventName}, {@code EventName}): either is found.
     */
    public static String field(String name) {
        char first = name.charAt(0);
        char other = Character.isUpperCase(first) ? Character.toLowerCase(first) : Character.toUpperCase(first);
        return "coalesce(" + exactly(name) + ", " + exactly(other + name.substring(1)) + ")";
    }

    private static String exactly(String name) {
        return "json_extract_string(" + FIELDS + ", " + SqlText.literal(path(name)) + ")";
    }

    private static String path(String name) {
        return "$.\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
