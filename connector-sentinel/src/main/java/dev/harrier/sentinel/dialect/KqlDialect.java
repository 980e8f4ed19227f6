package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.CorrelatedHunt;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Entity;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.LintRule;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.QueryLimit;
import dev.harrier.dialect.Rendering;
import dev.harrier.dialect.TableMapping;
import dev.harrier.dialect.Translation;
import dev.harrier.hunt.Hunt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Microsoft's query language, for Sentinel and for Defender advanced hunting.
 *
 * <p>Profile options: {@code tables}, a comma-separated list of {@code defender}, {@code asim}, {@code securityevent} (default: the
 * profile's name if it is one of them, else {@code defender}; the first table that can say a hunt exactly is taken), and
 * {@code time}, {@code TimeGenerated} (default, Sentinel) or {@code Timestamp} (Defender export; keeps DeviceId and ReportId).
 *
 * <p>With {@code lookups=true}, a hunt that is too long otherwise reads its long lists from watchlists.
 *
 * <p>Pure and thread-safe.
 */
public final class KqlDialect implements Dialect {
    private static final String LOOKUPS = "lookups";

    @Override
    public String name() {
        return "kql";
    }

    @Override
    public Profile defaultProfile() {
        return new Profile("defender", Map.of());
    }

    /** {@inheritDoc} A profile that names a family that doesn't exist is an {@link IllegalArgumentException}. */
    @Override
    public Rendering render(Hunt hunt, Profile profile) {
        return KqlRenderer.render(hunt, profile);
    }

    /** {@inheritDoc} That of an analytics rule; a hunting query may be longer, but a hunt may become either. */
    @Override
    public Optional<QueryLimit> limit(Profile profile) {
        return Optional.of(KqlRenderer.LIMIT);
    }

    /** {@inheritDoc} Watchlists of Sentinel, in whose tables alone a query can read them. */
    @Override
    public Optional<Profile> withLookups(Profile profile) {
        if (export(profile)) {
            return Optional.empty();
        }
        Map<String, String> options = new TreeMap<>(profile.options());
        options.put(LOOKUPS, "true");
        return Optional.of(new Profile(profile.name(), options));
    }

    static boolean lookups(Profile profile) {
        return profile.option(LOOKUPS, "false").equals("true");
    }

    @Override
    public OptionalInt length(Hunt hunt, Profile profile) {
        return KqlRenderer.atAnyLength(hunt, profile) instanceof Rendering.Rendered rendered
                ? OptionalInt.of(rendered.text().length())
                : OptionalInt.empty();
    }

    /** {@inheritDoc} Events in the order of their times, and pairs of them found by overlapping windows. */
    @Override
    public Rendering correlate(CorrelatedHunt hunt, Profile profile) {
        return new CorrelationRenderer(hunt, profile).render();
    }

    /**
     * {@inheritDoc} Distinct counts are Kusto's {@code dcount} at its highest accuracy, an estimate above small numbers. A query
     * that aggregates has its rows counted, and no time unless it keeps a time column.
     */
    @Override
    public String counting(String text, Profile profile) {
        return KqlCounting.of(text, export(profile));
    }

    @Override
    public Optional<String> top(String text, Entity entity, int most, Profile profile) {
        return Optional.of(KqlCounting.top(text, entity, most, export(profile)));
    }

    /**
     * A text of {@link #counting} or {@link #coverage} as one row per UTC day that has a hit, with the further column {@code day}: its
     * first second, in epoch seconds, null for hits without a time.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public String byDay(String counting, Profile profile) {
        return KqlCounting.byDay(counting, export(profile));
    }

    /** {@inheritDoc} What it looks for is in {@link #lintRules}. */
    @Override
    public List<LintFinding> lint(String text, Profile profile) {
        return KqlLint.findings(text, export(profile));
    }

    /**
     * {@inheritDoc} Files {@code *.kql}, below a folder {@code defender} as Defender advanced hunting reads them, else as Sentinel
     * does; and YAML with a {@code query}, as a template of an analytics rule or hunting query.
     */
    @Override
    public Optional<List<LintFinding>> lintFile(String path, String text) {
        if (path.endsWith(".kql")) {
            return Optional.of(KqlLint.findings(text, path.contains("/defender/")));
        }
        return path.endsWith(".yaml") || path.endsWith(".yml") ? TemplateFile.findings(text) : Optional.empty();
    }

    @Override
    public List<LintRule> lintRules() {
        return Stream.concat(KqlCheck.rules().stream(), TemplateCheck.rules().stream())
                .toList();
    }

    /**
     * The tables of <em>all</em> families, whatever the profile, so that any text can run in the lab. What the lab builds of them:
     *
     * <ul>
     *   <li>one relation per {@link TableMapping#table()}, the union of all kinds mapped to it;
     *   <li>each {@link dev.harrier.dialect.ColumnMapping} as a column of its name, of its type ({@code STRING}, {@code PATH},
     *       {@code ADDRESS}: VARCHAR; {@code INTEGER}: BIGINT; {@code BOOLEAN}: BOOLEAN), the field's value cast where the types
     *       differ; a name may hold a dot ({@code AdditionalFields.PipeName}: one key of a dynamic column) and is one
     *       quoted identifier;
     *   <li>the kind's constants as VARCHAR columns; where another kind of the table has a column of that name, as VARCHAR or of
     *       that column's type (the translation casts);
     *   <li>{@code TimeGenerated} and {@code Timestamp}, TIMESTAMP in UTC, from the event's time;
     *   <li>an empty text where a text is absent, NULL where a number is.
     * </ul>
     *
     * Hives: {@code REGISTRY_LONG_HIVE} turns a leading {@code HKLM}, {@code HKU}, {@code HKCU}, {@code HKCR}, {@code HKCC} (any
     * case, before a backslash or the end) into {@code HKEY_LOCAL_MACHINE}, {@code HKEY_USERS}, {@code HKEY_CURRENT_USER},
     * {@code HKEY_CLASSES_ROOT}, {@code HKEY_CURRENT_CONFIG}; {@code PARENT_KEY_LONG_HIVE} does so after cutting the last segment.
     * An account splits at its first backslash.
     */
    @Override
    public List<TableMapping> tables(Profile profile) {
        return KqlTables.all();
    }

    @Override
    public boolean absentTextIsEmpty() {
        return true;
    }

    /** {@inheritDoc} The subset is described in {@link KqlTranslation}. */
    @Override
    public Translation translate(String text) {
        return KqlTranslation.of(text);
    }

    static boolean export(Profile profile) {
        return profile.option("time", "TimeGenerated").equals("Timestamp");
    }
}
