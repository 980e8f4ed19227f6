package dev.harrier.dialect;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One query language: renders hunts to text, checks text, and translates its own text to SQL for the lab. Pure and thread-safe: no
 * I/O but its own resources, the same text out for the same hunt and profile.
 */
public interface Dialect {
    /** {@code spl} or {@code kql}. */
    String name();

    /** The profile used when the user names none. */
    Profile defaultProfile();

    /**
     * Renders a hunt as one statement without time bounds (the caller gives them: earliest/latest, timespan, query period). Its
     * result keeps entity columns. Every value goes through the language's literal encoder.
     */
    Rendering render(Hunt hunt, Profile profile);

    /** The longest text that a target takes; {@link #render} gives no longer one. Empty if there is no limit. */
    default Optional<QueryLimit> limit(Profile profile) {
        return Optional.empty();
    }

    /**
     * The profile under which a hunt that is too long for a text keeps its values in tables beside it. For files that people install
     * with their tables; a connector that doesn't put the tables there itself must not use it, for a query whose table is missing
     * finds nothing. Empty if the language can't.
     */
    default Optional<Profile> withLookups(Profile profile) {
        return Optional.empty();
    }

    /** A hunt as a pack's files hold it: under the default profile, with tables where its text would be too long. */
    default Rendering renderForFiles(Hunt hunt) {
        Rendering plain = render(hunt, defaultProfile());
        return plain instanceof Rendering.Rendered
                ? plain
                : withLookups(defaultProfile())
                        .map(profile -> render(hunt, profile))
                        .orElse(plain);
    }

    /**
     * How many characters a hunt's text has, however many a target takes. Less for a hunt that asks less.
     *
     * @return empty if the language can't say the hunt at any length
     */
    default OptionalInt length(Hunt hunt, Profile profile) {
        return render(hunt, profile) instanceof Rendering.Rendered rendered
                ? OptionalInt.of(rendered.text().length())
                : OptionalInt.empty();
    }

    /**
     * Renders a correlation of several events as one query, without time bounds, with a row per group and time at which it is true.
     * Nothing is missed for lying across two steps of a clock. Times are compared as finely as the table has them.
     */
    default Rendering correlate(CorrelatedHunt hunt, Profile profile) {
        return new Rendering.Unsupported(name() + " says nothing of several events together");
    }

    /**
     * Wraps a query in this language so that it yields exactly one row with the columns {@code hits} (events), {@code hosts},
     * {@code users} (distinct, unknown ones not counted), {@code days} (distinct UTC days with a hit), {@code firstSeen},
     * {@code lastSeen} (epoch seconds, null when there is no hit). The text itself stays untouched inside.
     */
    String counting(String text, Profile profile);

    /**
     * As {@link #counting}, one row for each UTC day with a hit, with {@code day} (epoch seconds of its beginning) in place of {@code
     * days}. For texts that {@link #render} made of a detection, whose rows have their time. Empty if the language can't.
     */
    default Optional<String> countingDaily(String text, Profile profile) {
        return Optional.empty();
    }

    /**
     * Wraps a query so that it yields those hosts or users that match most: the columns {@code entity} and {@code hits}, most hits
     * first. Unknown ones have no row. Empty if the language can't.
     *
     * @param most rows
     */
    default Optional<String> top(String text, Entity entity, int most, Profile profile) {
        return Optional.empty();
    }

    /**
     * A query with the columns of {@link #counting} that tells what telemetry of a kind there is: {@code hits} are all its events.
     * Empty if the profile has no table for the kind.
     */
    default Optional<String> coverage(EventKind kind, Profile profile) {
        Rendering rendering = render(Probe.everyEvent(kind), profile);
        return rendering instanceof Rendering.Rendered rendered
                ? Optional.of(counting(rendered.text(), profile))
                : Optional.empty();
    }

    /** As {@link #coverage}, with the rows of {@link #countingDaily}. */
    default Optional<String> coverageDaily(EventKind kind, Profile profile) {
        Rendering rendering = render(Probe.everyEvent(kind), profile);
        return rendering instanceof Rendering.Rendered rendered
                ? countingDaily(rendered.text(), profile)
                : Optional.empty();
    }

    /** Static checks of a text, all findings at once, in text order; empty when there is nothing to say. */
    List<LintFinding> lint(String text, Profile profile);

    /** What {@link #lint} and {@link #lintFile} look for, by code; every code that they give is among them. */
    default List<LintRule> lintRules() {
        return List.of();
    }

    /**
     * Static checks of a file: a query, or what this SIEM's connector exports beside it, such as a rule template. Findings name the
     * file's own lines and columns, also where the query stands inside another format.
     *
     * @param path of the file, for its name and folder; not opened
     * @param text the file's content, hostile
     * @return empty if the file is none of this language
     */
    default Optional<List<LintFinding>> lintFile(String path, String text) {
        return Optional.empty();
    }

    /** How event kinds appear as this language's tables or datasets. At most one mapping per kind and table. */
    List<TableMapping> tables(Profile profile);

    /**
     * Translates text of the subset that this dialect and the catalogue emit into one DuckDB SELECT over relations named exactly as
     * {@link TableMapping#table()} (quoted identifiers), parsed from the text alone. Tables are already restricted to the time
     * window. Column names of the result are as the language would name them.
     */
    Translation translate(String text);

    /**
     * What the lab shows this language in a text column that an event doesn't fill: the empty text (KQL, whose strings are never
     * null) or null (SPL, where the field is not there at all).
     */
    default boolean absentTextIsEmpty() {
        return false;
    }
}
