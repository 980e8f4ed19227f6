package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import dev.harrier.splunk.sdk.Splunkd;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The CSV lookups of ours that texts read, which people install from a pack's folder {@code splunk}. One that isn't there makes a search
 * fail, and one without a row makes it find nothing, which must not pass for a clean count. Asks only for texts that read one.
 * Thread-safe.
 */
final class Lookups {
    private static final Pattern READ = Pattern.compile("\\| lookup (harrier_[0-9a-f]{32}) ");
    private static final String PATH = "data/transforms/lookups";

    private final SplunkSettings settings;
    private final Splunkd splunkd;
    private final Searches searches;
    private final Map<String, Optional<String>> empty = new ConcurrentHashMap<>();

    Lookups(SplunkSettings settings, Splunkd splunkd, Searches searches) {
        this.settings = settings;
        this.splunkd = splunkd;
        this.searches = searches;
    }

    /** The lookups of ours that a text reads. */
    static Set<String> in(String text) {
        return READ.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Which lookups a text reads that the app can't see, of all texts by one question. */
    Map<String, String> absent(List<String> texts) {
        Set<String> read = new TreeSet<>();
        texts.forEach(text -> read.addAll(in(text)));
        if (read.isEmpty()) {
            return Map.of();
        }
        read.removeAll(there());
        Map<String, String> absent = new TreeMap<>();
        read.forEach(
                name -> absent.put(name, name + " is no lookup that app " + settings.app() + " sees: " + wayIn(name)));
        return absent;
    }

    private String wayIn(String name) {
        return "copy splunk/lookups/" + name
                + ".csv and its stanza of splunk/default/transforms.conf from the pack into app " + settings.app();
    }

    private Set<String> there() {
        JsonNode answer = splunkd.get(PATH, Map.of("count", "0", "search", "name=harrier_*"), List.of("filename"));
        if (!answer.path("entry").isArray()) {
            throw new ConnectorException(
                    Kind.UNEXPECTED_RESPONSE, settings.target(), "splunkd's answer holds no list of lookups");
        }
        Set<String> there = new HashSet<>();
        answer.path("entry").forEach(entry -> there.add(entry.path("name").asText()));
        return there;
    }

    /** A count of a text that reads lookups, for what it is. */
    HitCount counted(HitCount count, String text, Window window) {
        Set<String> names = in(text);
        if (names.isEmpty()) {
            return count;
        }
        if (count instanceof HitCount.Unanswered unanswered) {
            return explained(unanswered, names);
        }
        boolean none =
                count instanceof HitCount.Counted counted && counted.hits().events() == 0;
        return none
                ? names.stream()
                        .flatMap(name -> withoutRows(name, window).stream())
                        .findFirst()
                        .<HitCount>map(HitCount.Blind::new)
                        .orElse(count)
                : count;
    }

    /** splunkd words it differently in each version ("Could not construct lookup", "does not exist or is not available"). */
    private HitCount explained(HitCount.Unanswered unanswered, Set<String> names) {
        String said = unanswered.why().toLowerCase(Locale.ROOT);
        return said.contains("lookup")
                ? new HitCount.Unanswered("a lookup that the search reads can't be used: "
                        + names.stream().map(this::wayIn).collect(Collectors.joining("; ")) + ". splunkd: "
                        + unanswered.why())
                : unanswered;
    }

    /** Why a lookup can find nothing, if so; in which window makes no difference, so it is asked once. */
    private Optional<String> withoutRows(String name, Window window) {
        return empty.computeIfAbsent(name, lookup -> asked(lookup, window));
    }

    private Optional<String> asked(String name, Window window) {
        SearchJob.Outcome outcome = searches.count("| inputlookup " + name + " | stats count as hits", window);
        if (outcome.failure().isPresent()) {
            return Optional.of("whether lookup " + name + " holds anything can't be told: "
                    + outcome.failure().get());
        }
        return new CountRow(settings.target(), outcome.rows().get(0)).number("hits") == 0
                ? Optional.of("lookup " + name + " has no row to be found: " + wayIn(name))
                : Optional.empty();
    }
}
