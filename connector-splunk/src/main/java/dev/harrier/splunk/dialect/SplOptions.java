package dev.harrier.splunk.dialect;

import dev.harrier.dialect.Profile;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A {@link Profile}, read.
 *
 * @param raw whether every hunt is rendered over raw events (profile {@code raw}) rather than CIM (profile {@code cim})
 * @param macros whether the site has Splunk's {@code summariesonly} macro and wants it used
 * @param fallback whether what CIM cannot say is rendered over raw events instead
 * @param indexes that raw searches look at; wildcards allowed
 * @param lookups whether CSV lookups may hold what is too long for a search
 * @param accelerated data models whose summaries alone are searched
 */
record SplOptions(
        boolean raw, boolean macros, boolean fallback, List<String> indexes, boolean lookups, Set<String> accelerated) {
    static final String LOOKUPS = "lookups";
    private static final String MACROS = "macros";
    private static final String ACCELERATED = "accelerated-models";

    /** All option names. */
    static final Set<String> NAMES = Set.of(MACROS, "fallback", "index", LOOKUPS, ACCELERATED);

    private static final Set<String> MODELS = SplTables.models();

    private static final Pattern INDEX = Pattern.compile("[A-Za-z0-9_*-]+");

    /**
     * Reads a profile.
     *
     * @throws IllegalArgumentException naming an unknown profile or option, or a bad value
     */
    static SplOptions of(Profile profile) {
        if (!profile.name().equals("cim") && !profile.name().equals("raw")) {
            throw new IllegalArgumentException("unknown SPL profile " + profile.name() + ": cim or raw");
        }
        profile.options().keySet().stream()
                .filter(k -> !NAMES.contains(k))
                .sorted()
                .findFirst()
                .ifPresent(k -> {
                    throw new IllegalArgumentException("unknown SPL option " + k + ": one of "
                            + NAMES.stream().sorted().toList());
                });
        return new SplOptions(
                profile.name().equals("raw"),
                choice(profile, MACROS, "true", "false"),
                choice(profile, "fallback", "raw", "none"),
                indexes(profile.option("index", "*")),
                choice(profile, LOOKUPS, "true", "false"),
                accelerated(profile));
    }

    /** The same, but over raw events alone. */
    SplOptions overRawEvents() {
        return new SplOptions(true, macros, fallback, indexes, lookups, accelerated);
    }

    /** Whether the dataset's model is searched by its summaries alone. */
    boolean summariesOnly(String dataset) {
        return accelerated.contains(dataset.substring(0, dataset.indexOf('.')));
    }

    /** A name that no hunt asks for is a slip that would silently change nothing. */
    private static Set<String> accelerated(Profile profile) {
        Set<String> named = Arrays.stream(profile.option(ACCELERATED, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        named.stream()
                .filter(name -> !MODELS.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("SPL option " + ACCELERATED + " names " + name
                            + ", which no hunt asks: of " + new TreeSet<>(MODELS));
                });
        if (!named.isEmpty() && choice(profile, MACROS, "true", "false")) {
            throw new IllegalArgumentException("SPL option " + ACCELERATED
                    + " contradicts macros, for the macro summariesonly says it of all models: leave one out");
        }
        return named;
    }

    private static boolean choice(Profile profile, String key, String yes, String no) {
        String value = profile.option(key, key.equals("fallback") ? yes : no);
        if (!value.equals(yes) && !value.equals(no)) {
            throw new IllegalArgumentException("SPL option " + key + " is " + value + ": " + yes + " or " + no);
        }
        return value.equals(yes);
    }

    private static List<String> indexes(String value) {
        List<String> names = Arrays.stream(value.split(",")).map(String::strip).toList();
        if (!names.stream().allMatch(n -> INDEX.matcher(n).matches())) {
            throw new IllegalArgumentException("SPL option index is " + value + ": index names, separated by commas");
        }
        return names;
    }
}
