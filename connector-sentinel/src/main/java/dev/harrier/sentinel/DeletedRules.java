package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.hunt.HuntId;
import dev.harrier.sentinel.azure.Arm;
import dev.harrier.sentinel.azure.Resource;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rules that we deleted: the service refuses a deleted rule's id for about a day. Remembered in the workspace itself, for a scheduled
 * runner has no disk: a saved search, shown nowhere under Hunting, whose query is the list. Written before the rule is deleted, so that a
 * run killed in between remembers too much and not too little. Thread-safe.
 */
final class DeletedRules {
    /** About a day, as the alertRules API (Microsoft.SecurityInsights 2025-09-01) answers a new rule of that id, and an hour for clocks that differ. */
    static final Duration BLOCKED = Duration.ofHours(25);

    private static final Pattern ENTRY =
            Pattern.compile("\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\", datetime\\(([0-9TZ:.-]{1,40})\\)");
    private static final int ATTEMPTS = 5;
    private static final String TABLE = "datatable(RuleId: string, Deleted: datetime) [";

    private final Arm arm;
    private final String target;
    private final String deployment;
    private final Clock clock;
    private volatile Map<String, Instant> blocked = Map.of();

    DeletedRules(Arm arm, String target, String deployment, Clock clock) {
        this.arm = arm;
        this.target = target;
        this.deployment = deployment;
        this.clock = clock;
    }

    /** The saved search's name. */
    String name() {
        return "harrier-deleted-" + deployment;
    }

    /**
     * Takes up what was remembered.
     *
     * @param query of the saved search, empty without one
     * @param there the names of rules that are there, whatever is remembered of them
     */
    void found(String query, Collection<String> there) {
        Map<String, Instant> known = read(query);
        known.keySet().removeAll(there);
        blocked = Map.copyOf(known);
    }

    /** When a rule's id is free again; empty if it is. */
    Optional<Instant> blockedUntil(HuntId rule) {
        return Optional.ofNullable(blocked.get(rule.toString()))
                .map(deleted -> deleted.plus(BLOCKED))
                .filter(clock.instant()::isBefore);
    }

    /** As the workspace remembers it now: ids, and when each is free again. */
    SortedMap<String, Instant> remembered() {
        SortedMap<String, Instant> until = new TreeMap<>();
        query(arm.get(resource())).ifPresent(query -> read(query).forEach((id, at) -> until.put(id, at.plus(BLOCKED))));
        return until;
    }

    /**
     * Remembers one that is about to be deleted, or was found to be.
     *
     * @throws ConnectorException if that can't be written; nothing must be deleted then
     */
    synchronized void remember(HuntId rule) {
        for (int attempt = 1; ; attempt++) {
            Optional<JsonNode> there = arm.get(resource());
            query(there).filter(query -> !query.startsWith(TABLE)).ifPresent(foreign -> refuse());
            Map<String, Instant> all = read(query(there).orElse(""));
            all.put(rule.toString(), clock.instant());
            try {
                arm.put(resource(), body(all, there.map(search -> search.path("etag")
                        .asText(""))));
                blocked = Map.copyOf(all);
                return;
            } catch (ConnectorException e) {
                if (e.kind() != Kind.CONFLICT || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void refuse() {
        throw new ConnectorException(
                Kind.CONFLICT,
                target,
                "the saved search " + name()
                        + " is somebody else's, and deleted rules can be remembered nowhere else: rename or"
                        + " remove it, or disable rules instead of deleting them");
    }

    private Resource resource() {
        return new Resource("savedSearches", HuntingShape.API_VERSION).child(name());
    }

    private static Optional<String> query(Optional<JsonNode> search) {
        return search.map(found -> found.path("properties").path("query").asText(""));
    }

    /** Those whose day isn't over; somebody's date in the future is taken for now. */
    private Map<String, Instant> read(String query) {
        Map<String, Instant> all = new TreeMap<>();
        Instant now = clock.instant();
        Matcher entry = ENTRY.matcher(query);
        while (entry.find()) {
            instant(entry.group(2))
                    .map(at -> at.isAfter(now) ? now : at)
                    .filter(at -> at.plus(BLOCKED).isAfter(now))
                    .ifPresent(at -> all.put(entry.group(1), at));
        }
        return all;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private ObjectNode body(Map<String, Instant> all, Optional<String> etag) {
        String rows = all.entrySet().stream()
                .map(entry -> "  \"" + entry.getKey() + "\", datetime(" + entry.getValue() + ")")
                .collect(Collectors.joining(",\n"));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        etag.filter(value -> !value.isEmpty()).ifPresent(value -> body.put("etag", value));
        body.putObject("properties")
                .put("category", HuntingShape.RETIRED)
                .put("displayName", "Rules that Harrier deleted within a day (" + deployment + ")")
                .put("query", TABLE + "\n" + rows + "\n]")
                .put("version", 2);
        return body;
    }
}
