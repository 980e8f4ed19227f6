package dev.harrier.splunk.dialect;

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

/**
 * Splunk's Search Processing Language. Pure and thread-safe.
 *
 * <p>Profiles: {@code cim} (default; {@code tstats} over CIM data models) and {@code raw} (Windows events as Splunk's own add-ons
 * extract them). Options:
 *
 * <ul>
 *   <li>{@code fallback=raw|none} (default raw): what CIM cannot say exactly is rendered over raw events
 *   <li>{@code macros=true|false} (default false): use the site's {@code summariesonly} macro
 *   <li>{@code accelerated-models=Endpoint,Web} (default none): models that the site has accelerated; their summaries alone are
 *       searched ({@code summariesonly=true}), which is fast, and sees no event that isn't summarised. Not beside {@code macros}
 *   <li>{@code index=a,b*} (default {@code *}): where raw events are
 *   <li>{@code lookups=true|false} (default false): what is too long for a search looks its values up in CSV lookups
 * </ul>
 *
 * <p>All methods that take a profile throw {@link IllegalArgumentException} for an unknown profile or option.
 */
public final class SplDialect implements Dialect {
    /** This dialect's name. */
    public static final String NAME = "spl";

    /**
     * Splunk documents no limit: splunkd takes bodies of 2 GB ({@code max_content_length} in server.conf). But every term is a scan
     * of its own, and people have to read what they run: twenty times the longest search of Splunk's own security content.
     */
    static final QueryLimit LIMIT = new QueryLimit(100_000, "Harrier; Splunk documents none");

    /** A dialect without state. */
    public SplDialect() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Profile defaultProfile() {
        return new Profile("cim", Map.of());
    }

    @Override
    public Rendering render(Hunt hunt, Profile profile) {
        HuntRenderer renderer = new HuntRenderer(SplOptions.of(profile));
        Rendering plain = renderer.render(hunt.logic());
        Rendering rendering = isTooLong(plain) ? renderer.withLookups(hunt.logic(), tooLong(plain)) : plain;
        return isTooLong(rendering) ? tooLong(rendering) : rendering;
    }

    private static boolean isTooLong(Rendering rendering) {
        return rendering instanceof Rendering.Rendered rendered
                && rendered.text().length() > LIMIT.characters();
    }

    private static Rendering.Unsupported tooLong(Rendering rendering) {
        return new Rendering.Unsupported("the search has "
                + ((Rendering.Rendered) rendering).text().length() + " characters, " + LIMIT.characters()
                + " are sent at most: split the hunt, or keep its values in a lookup (generate --lookups)");
    }

    /** {@inheritDoc} CSV lookups, beside searches over CIM data models. */
    @Override
    public Optional<Profile> withLookups(Profile profile) {
        Map<String, String> options = new TreeMap<>(profile.options());
        options.put(SplOptions.LOOKUPS, "true");
        return Optional.of(new Profile(profile.name(), options));
    }

    @Override
    public Optional<QueryLimit> limit(Profile profile) {
        return Optional.of(LIMIT);
    }

    @Override
    public OptionalInt length(Hunt hunt, Profile profile) {
        return new HuntRenderer(SplOptions.of(profile)).render(hunt.logic()) instanceof Rendering.Rendered rendered
                ? OptionalInt.of(rendered.text().length())
                : OptionalInt.empty();
    }

    /** {@inheritDoc} {@code streamstats} over events in the order of their times. */
    @Override
    public Rendering correlate(CorrelatedHunt hunt, Profile profile) {
        return new CorrelationRenderer(SplOptions.of(profile)).render(hunt);
    }

    @Override
    public String counting(String text, Profile profile) {
        return Counting.of(text);
    }

    @Override
    public Optional<String> countingDaily(String text, Profile profile) {
        return Optional.of(Counting.daily(text));
    }

    @Override
    public Optional<String> top(String text, Entity entity, int most, Profile profile) {
        return Counting.top(text, entity, most);
    }

    @Override
    public List<LintFinding> lint(String text, Profile profile) {
        return new SplLinter(text, SplOptions.of(profile)).findings();
    }

    /** {@inheritDoc} Of the default profile, for files {@code *.spl}. */
    @Override
    public Optional<List<LintFinding>> lintFile(String path, String text) {
        return path.endsWith(".spl") ? Optional.of(lint(text, defaultProfile())) : Optional.empty();
    }

    @Override
    public List<LintRule> lintRules() {
        return SplCheck.rules();
    }

    /**
     * CIM datasets and raw sources together, whatever the profile, so that a lab that builds all of them can run any text. A lab
     * keeps to this:
     *
     * <ul>
     *   <li>every relation has, besides its columns, {@code _time}: a TIMESTAMP in UTC from the event's {@code EventTime};
     *   <li>a relation named by several kinds (all of {@code Endpoint.Filesystem}) is the union of them by column name;
     *   <li>a column that several fields of one kind fill ({@code process_hash}, {@code file_hash}) holds those that are present as
     *       {@code NAME=value}, the field's name in upper case, in order, joined by commas, as Sysmon writes its hashes; VARCHAR.
     * </ul>
     */
    @Override
    public List<TableMapping> tables(Profile profile) {
        SplOptions.of(profile);
        return SplTables.all();
    }

    @Override
    public Translation translate(String text) {
        return Translator.translate(text);
    }
}
