package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.deploy.Deployment;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.sentinel.azure.Arm;
import dev.harrier.sentinel.azure.QueryOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The watchlists of ours that queries read, which people bring to the workspace with a pack's {@code azuredeploy.json}. What {@code
 * _GetWatchlist} does of one that isn't there is not documented: an error, or no row. Neither may pass for a clean count.
 */
final class Watchlists {
    /** The column that names lists without a row, beside the counts. */
    private static final String EMPTY = "emptyWatchlists";

    private static final Pattern READ =
            Pattern.compile("(?m)^let (harrier_[0-9a-f]{32}) = _GetWatchlist\\([^\n]{1,60}\\) \\| project SearchKey;$");

    private Watchlists() {}

    /** The watchlists that a query reads. */
    static Set<String> in(String query) {
        return READ.matcher(query)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A counting query of a text that reads watchlists, which tells with the counts whether any of them is without a row. */
    static String asking(String counting, Set<String> names) {
        return names.isEmpty() ? counting : counting + "\n| extend " + emptiness(names);
    }

    /** The same alone, for a query whose rows are days. */
    static String alone(String query, Set<String> names) {
        String definitions =
                READ.matcher(query).results().map(found -> found.group() + "\n").collect(Collectors.joining());
        return definitions + "print " + emptiness(names);
    }

    private static String emptiness(Set<String> names) {
        return names.stream()
                .map(name -> "iff(toscalar(" + name + " | count) == 0, \"" + name + " \", \"\")")
                .collect(Collectors.joining(", ", EMPTY + " = strcat(", ")"));
    }

    /** What an answer says of the watchlists, if they can find nothing or can't be read. */
    static Optional<HitCount> unread(QueryOutcome outcome, Set<String> names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        if (outcome.failure().isPresent()) {
            String said = outcome.failure().get();
            boolean about = said.toLowerCase(Locale.ROOT).contains("watchlist") || said.contains("SearchKey");
            return about
                    ? Optional.of(new HitCount.Unanswered("a watchlist that the query reads can't be used: "
                            + wayIn(names) + ". The service: " + said))
                    : Optional.empty();
        }
        String empty = outcome.row().getOrDefault(EMPTY, "").strip();
        return empty.isEmpty()
                ? Optional.empty()
                : Optional.of(new HitCount.Blind(empty + " has no row to be found: " + wayIn(names)));
    }

    /** A count of a text whose watchlists are such: what one of several found is still there. */
    static HitCount lowered(HitCount count, Optional<HitCount> unread) {
        if (unread.isEmpty()) {
            return count;
        }
        Optional<Hits> hits = hits(count).filter(found -> found.events() > 0);
        return hits.isPresent() && unread.get() instanceof HitCount.Blind blind
                ? new HitCount.AtLeast(hits.get(), blind.why())
                : unread.get();
    }

    private static Optional<Hits> hits(HitCount count) {
        if (count instanceof HitCount.Counted counted) {
            return Optional.of(counted.hits());
        }
        return count instanceof HitCount.AtLeast atLeast ? Optional.of(atLeast.hits()) : Optional.empty();
    }

    private static String wayIn(Set<String> names) {
        return "deploy " + String.join(", ", names) + " of the pack's sentinel/azuredeploy.json, and wait some minutes";
    }

    /** Why hunts can't find what they look for, by what the workspace holds; asks only if one of them reads a watchlist. */
    static Map<HuntId, String> lacking(Arm arm, List<Deployment> deployments) {
        Map<HuntId, Set<String>> read = new TreeMap<>();
        deployments.forEach(deployment -> read.put(deployment.hunt().id(), in(deployment.text())));
        read.values().removeIf(Set::isEmpty);
        if (read.isEmpty()) {
            return Map.of();
        }
        Set<String> there = there(arm);
        Map<HuntId, String> lacking = new TreeMap<>();
        read.forEach((hunt, names) -> {
            names.removeAll(there);
            if (!names.isEmpty()) {
                lacking.put(hunt, "the workspace has no watchlist " + String.join(", ", names) + ": " + wayIn(names));
            }
        });
        return lacking;
    }

    private static Set<String> there(Arm arm) {
        Set<String> there = new HashSet<>();
        for (JsonNode watchlist : arm.list(arm.sentinel("watchlists"))) {
            JsonNode properties = watchlist.path("properties");
            there.add(properties
                    .path("watchlistAlias")
                    .asText(watchlist.path("name").asText()));
        }
        return there;
    }
}
